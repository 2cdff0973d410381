/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.ledger;

/**
 * How often a station refused what it was told, one time after the other. A station that takes a kind of profile once is known
 * to take it: what it refuses later passes.
 *
 * @param ofDefault refusals of its default profile
 * @param ofGrant refusals of grants by the purpose that is tried now
 * @param takesGrants whether it took one by that purpose
 */
public record Refusals(int ofDefault, int ofGrant, boolean takesGrants) {

    static final Refusals NONE = new Refusals(0, 0, false);

    private static final int MOST_OF_DEFAULT = 3;
    private static final int MOST_OF_GRANT = 2;

    /** One more of its default profile, and it is given up. */
    static final Refusals ALL_BUT_ONE = new Refusals(MOST_OF_DEFAULT - 1, 0, false);

    Refusals defaultCame(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> new Refusals(0, ofGrant, takesGrants);
            case Outcome.Rejected _, Outcome.NotSupported _ -> new Refusals(ofDefault + 1, ofGrant, takesGrants);
            case Outcome.Failed _, Outcome.Unanswered _, Outcome.Offline _, Outcome.Superseded _, Outcome.Expired _ ->
                this;
        };
    }

    Refusals grantCame(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted _ -> new Refusals(ofDefault, 0, true);
            case Outcome.Rejected _ -> new Refusals(ofDefault, ofGrant + 1, takesGrants);
            case Outcome.NotSupported _ -> new Refusals(ofDefault, ofGrant + MOST_OF_GRANT, takesGrants);
            case Outcome.Failed _, Outcome.Unanswered _, Outcome.Offline _, Outcome.Superseded _, Outcome.Expired _ ->
                this;
        };
    }

    boolean isDefaultHopeless() {
        return ofDefault >= MOST_OF_DEFAULT;
    }

    boolean isGrantHopeless() {
        return !takesGrants && ofGrant >= MOST_OF_GRANT;
    }
}
