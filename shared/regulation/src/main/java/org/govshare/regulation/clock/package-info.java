/** Computes the due moment and the rungs of a clock from its start, its period and its extensions. */
package org.govshare.regulation.clock;
