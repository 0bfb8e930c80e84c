/** Worked cases: what a pack's author worked out by hand, played against the pack. */
package org.govshare.regulation.cases;
