/** A function as small as can be, by which the tests of this module drive cases. */
package org.govshare.casework.standin;
