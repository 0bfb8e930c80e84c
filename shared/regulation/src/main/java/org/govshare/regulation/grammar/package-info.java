/** The words in which packs state law: procedures, parties, steps, actions, clocks, ladders, acts of organs. */
package org.govshare.regulation.grammar;
