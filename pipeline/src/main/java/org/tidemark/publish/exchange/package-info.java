/**
 * Indicators in the forms that health information systems read: DHIS2, ADX and FHIR. What the
 * tables hide these files cannot show: they are made from the published rows.
 */
package org.tidemark.publish.exchange;
