import { AccountPage } from './AccountPage.tsx'

export const AccountRoute = () => <AccountPage />
