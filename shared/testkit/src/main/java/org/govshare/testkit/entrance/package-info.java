/** Who may come to which entrance of the running application: what each module adds to the matrix that tests them all. */
package org.govshare.testkit.entrance;
