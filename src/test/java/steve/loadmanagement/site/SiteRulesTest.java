/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static support.Sites.amps;
import static support.Sites.evse;
import static support.Sites.kilowatts;
import static support.Sites.perPhase;
import static support.Sites.strand;

import java.util.List;
import org.junit.jupiter.api.Test;
import steve.loadmanagement.unit.Wiring;

/** What an operator may not enter, and what he is told. */
class SiteRulesTest {

    private static void refused(List<Strand> strands, List<Evse> evses, String field, String words) {
        assertThat(SiteRules.check(strands, evses)).anySatisfy(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.message()).contains(words);
        });
        assertThatThrownBy(() -> Site.of(strands, evses))
                .isInstanceOf(InvalidSite.class)
                .hasMessageContaining(words);
    }

    @Test
    void aStrandCannotBeItsOwnAncestor() {
        refused(
                List.of(strand(1, 3, perPhase(63)), strand(2, 1, perPhase(63)), strand(3, 2, perPhase(63))),
                List.of(),
                "parent",
                "its own ancestor");
    }

    @Test
    void aStrandHasOneParent() {
        refused(
                List.of(strand(1, null, perPhase(63)), strand(2, 1, perPhase(32)), strand(2, 1, perPhase(32))),
                List.of(),
                "parent",
                "one parent");
    }

    @Test
    void aParentExists() {
        refused(List.of(strand(1, 9, perPhase(63))), List.of(), "parent", "does not exist");
    }

    @Test
    void aChildsLimitIsAboveZero() {
        refused(
                List.of(strand(1, null, perPhase(63)), strand(2, 1, perPhase(0))),
                List.of(),
                "limit",
                "above 0 A on each phase");
    }

    @Test
    void aLimitIsNotNegative() {
        refused(List.of(strand(1, null, perPhase(-16))), List.of(), "limit", "not -16.0 A");
        refused(List.of(strand(1, null, kilowatts(-1))), List.of(), "limitPower", "above 0 kW");
    }

    @Test
    void aLimitIsNotAbsent() {
        assertThatThrownBy(() -> new Limit(null, null, LimitSource.RATING))
                .hasMessageContaining("current, power or both");
    }

    @Test
    void anEvseHangsOnOneStrand() {
        refused(
                List.of(strand(1, null, perPhase(63)), strand(2, 1, perPhase(32))),
                List.of(evse("CP1", 1), evse("CP1", 2)),
                "evse",
                "hangs on two strands");
    }

    @Test
    void fallbacksFitTheLimitOfEveryStrandAboveThem() {
        Strand root = strand(1, null, perPhase(20));
        Strand child = strand(2, 1, perPhase(63), new Fallback.Reserve(amps(8)));
        List<Evse> evses = List.of(
                evse("CP1", 2, Wiring.L1L2L3, 32, 8),
                evse("CP2", 2, Wiring.L1L2L3, 32, 8),
                evse("CP3", 2, Wiring.L1_ONLY, 32, 8));
        refused(List.of(root, child), evses, "fallback", "24.0 A / 16.0 A / 16.0 A, more than its limit of 20.0 A");
    }

    @Test
    void aFallbackBelowTheMinimumIsRefused() {
        refused(
                List.of(strand(1, null, perPhase(63))),
                List.of(evse("CP1", 1, Wiring.L1L2L3, 32, 4)),
                "fallback",
                "from the minimum of 6.0 A");
    }

    @Test
    void twoStrandsDoNotShareAName() {
        Strand one = strand(1, null, perPhase(63));
        Strand other = new Strand(
                new StrandId(2),
                "S1",
                one.id(),
                perPhase(32),
                one.voltage(),
                one.fallback(),
                one.mode(),
                one.sharing(),
                null);
        refused(List.of(one, other), List.of(), "name", "is called S1 already");
    }

    @Test
    void aSoundTreeIsRootFirst() {
        Site site = Site.of(
                List.of(strand(3, 2, perPhase(16)), strand(2, 1, perPhase(32)), strand(1, null, perPhase(63))),
                List.of(evse("CP1", 3)));
        assertThat(site.strands()).extracting(strand -> strand.id().value()).containsExactly(1, 2, 3);
        assertThat(site.wayToRoot(new StrandId(3))).extracting(Strand::name).containsExactly("S3", "S2", "S1");
    }

    @Test
    void aStrandIsNeverMoreActiveThanTheOneThatFeedsIt() {
        Strand active = strand(2, 1, perPhase(32));
        Strand root = strand(1, null, perPhase(63));
        Strand observing = new Strand(
                root.id(),
                "S1",
                null,
                root.rating(),
                root.voltage(),
                root.fallback(),
                Mode.OBSERVE,
                root.sharing(),
                null);
        Evse evse = evse("CP1", 2);
        assertThat(Site.of(List.of(observing, active), List.of(evse)).modeOf(evse))
                .isEqualTo(Mode.OBSERVE);
        assertThat(Site.of(List.of(root, active), List.of(evse)).modeOf(evse)).isEqualTo(Mode.ACTIVE);
    }
}
