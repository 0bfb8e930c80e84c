/** Lets auditors read the trail, within what they oversee. */
package org.govshare.casework.audit;
