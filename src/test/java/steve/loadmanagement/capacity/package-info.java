/** What a strand may share: scenes and tables. */
@NullMarked
package steve.loadmanagement.capacity;

import org.jspecify.annotations.NullMarked;
