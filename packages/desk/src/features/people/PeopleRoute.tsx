import { PeoplePage } from './PeoplePage.tsx'

export const PeopleRoute = () => <PeoplePage />
