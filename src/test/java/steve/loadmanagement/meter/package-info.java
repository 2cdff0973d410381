/** Adapters of grid meters, against servers that are not ours. */
@NullMarked
package steve.loadmanagement.meter;

import org.jspecify.annotations.NullMarked;
