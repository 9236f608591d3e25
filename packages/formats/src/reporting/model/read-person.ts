import type { Address, Email, EstimatedLocation, Person, Phone } from '@opentipline/contract'
import { childrenNamed, type WireNode } from '../xml/tree.ts'
import { attributeOf, booleanIn, booleanOf, momentOf, numberOf, stated, textOf, trimmedOf } from './read.ts'

export const readEmail = (node: WireNode): Email =>
  stated({
    address: node.text,
    type: attributeOf(node, 'type'),
    verified: booleanIn(attributeOf(node, 'verified')),
    verifiedAt: momentOf(node, 'verificationDate'),
  })

export const readPhone = (node: WireNode): Phone =>
  stated({
    number: node.text,
    type: attributeOf(node, 'type'),
    verified: booleanIn(attributeOf(node, 'verified')),
    verifiedAt: momentOf(node, 'verificationDate'),
    countryCallingCode: attributeOf(node, 'countryCallingCode'),
    extension: attributeOf(node, 'extension'),
  })

export const readAddress = (node: WireNode): Address =>
  stated({
    type: attributeOf(node, 'type'),
    street: textOf(node, 'address'),
    city: textOf(node, 'city'),
    postalCode: textOf(node, 'zipCode'),
    state: textOf(node, 'state'),
    otherRegion: textOf(node, 'nonUsaState'),
    country: textOf(node, 'country'),
  })

/** A person, a contact person (who has no age), or the person inside an associated account (`approximateAge`). */
export const readPerson = (node: WireNode): Person =>
  stated({
    firstName: textOf(node, 'firstName'),
    middleName: textOf(node, 'middleName'),
    lastName: textOf(node, 'lastName'),
    phones: childrenNamed(node, 'phone').map(readPhone),
    emails: childrenNamed(node, 'email').map(readEmail),
    addresses: childrenNamed(node, 'address').map(readAddress),
    age: numberOf(node, 'age') ?? numberOf(node, 'approximateAge'),
    ageAssertionDiscrepancy: booleanOf(node, 'ageAssertionDiscrepancy'),
    dateOfBirth: trimmedOf(node, 'dateOfBirth'),
  })

export const readLocation = (node: WireNode): EstimatedLocation =>
  stated({
    city: textOf(node, 'city'),
    region: textOf(node, 'region'),
    countryCode: textOf(node, 'countryCode'),
    verified: booleanIn(attributeOf(node, 'verified')),
    at: momentOf(node, 'timestamp'),
  })
