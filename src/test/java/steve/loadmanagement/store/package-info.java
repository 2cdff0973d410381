/** What is stored. */
@NullMarked
package steve.loadmanagement.store;

import org.jspecify.annotations.NullMarked;
