/** The law without a framework: texts read from YAML, and what follows from them for a case and a moment. */
package org.govshare.regulation;
