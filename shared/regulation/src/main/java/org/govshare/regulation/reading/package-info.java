/** Turns the files of a pack into the grammar, and checks that its parts fit together. */
package org.govshare.regulation.reading;
