/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.commissioning.Commissioning;
import steve.loadmanagement.commissioning.Findings;
import steve.loadmanagement.commissioning.OfflineTrial;
import steve.loadmanagement.commissioning.PhaseSearch;
import steve.loadmanagement.commissioning.Step;
import steve.loadmanagement.commissioning.WiringFound;
import steve.loadmanagement.quirk.QuirkProfile;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.Wiring;

/**
 * A commissioning test with its findings so far.
 *
 * @param profile the quirk profile in force; null: none
 * @param offline what its station does offline; null: not tried
 * @param wiring what was found of its phases
 */
record TestView(
        String chargeBoxId,
        int evseId,
        String state,
        String tester,
        Instant beganAt,
        @Nullable Instant endedAt,
        @Nullable String why,
        Map<String, String> keys,
        List<StepView> done,
        @Nullable StepView running,
        @Nullable Boolean follows,
        @Nullable Double slowestS,
        @Nullable Boolean resumes,
        List<Phase> phases,
        Map<String, QuirkProfile.Line> proposed,
        @Nullable String profile,
        @Nullable OfflineView offline,
        WiringView wiring) {

    /** A step: what was told, and what was seen. */
    record StepView(
            int toldMa,
            String verdict,
            @Nullable Double reactionS,
            @Nullable Integer offMa,
            List<Phase> phases,
            int readings,
            @Nullable String refusal,
            @Nullable String readBack) {

        static StepView of(Step step) {
            return new StepView(
                    step.target().milliamps(),
                    step.verdict().name(),
                    seconds(step.reaction()),
                    step.offMilliamps(),
                    step.phases(),
                    step.samples().size(),
                    step.refusal(),
                    step.readBack());
        }
    }

    /**
     * What the station did while its connection was cut.
     *
     * @param dueAt from then on it must have fallen back
     * @param verdict null: it is not over
     */
    record OfflineView(
            String state,
            String tester,
            Instant beganAt,
            int grantedMa,
            int fallbackMa,
            @Nullable Integer drawnMa,
            Instant dueAt,
            @Nullable Instant cutAt,
            @Nullable Instant backAt,
            @Nullable Integer seenMa,
            @Nullable Integer measuredMa,
            @Nullable Instant endedAt,
            @Nullable String why,
            @Nullable String verdict) {

        static OfflineView of(OfflineTrial trial) {
            return new OfflineView(
                    trial.state().name(),
                    trial.tester(),
                    trial.beganAt(),
                    trial.before().granted().milliamps(),
                    trial.before().fallback().milliamps(),
                    Milliamps.of(trial.before().drawn()),
                    trial.dueAt(),
                    trial.cutAt(),
                    trial.backAt(),
                    Milliamps.of(trial.seen()),
                    Milliamps.of(trial.measured()),
                    trial.endedAt(),
                    trial.why(),
                    trial.state() == OfflineTrial.State.DONE ? trial.verdict().name() : null);
        }
    }

    /**
     * What was found of its phases.
     *
     * @param entered how it is said to be wired; null: it is on no strand
     * @param moments how many pairs of readings of the EVSE and of the strand's meter there are
     * @param evidence by conductor: how well each phase matches, 1 at the most
     * @param candidates the wirings that agree; empty: nothing stands out
     */
    record WiringView(
            @Nullable Wiring entered, int moments, List<PhaseSearch.Found> evidence, List<Wiring> candidates) {

        static WiringView of(Commissioning test, @Nullable Wiring entered) {
            WiringFound found =
                    WiringFound.in(test.beside().phases().moments(), entered == null ? Wiring.UNKNOWN : entered);
            return new WiringView(entered, found.moments(), found.found(), found.candidates());
        }
    }

    /** @param entered how it is said to be wired; null: it is on no strand */
    static TestView of(Commissioning test, EvseRef evse, @Nullable Wiring entered, @Nullable String profile) {
        Findings findings = Findings.of(test, "commissioning of " + evse + " at " + test.beganAt());
        Map<String, QuirkProfile.Line> proposed = new TreeMap<>();
        findings.proposed().forEach((quirk, line) -> proposed.put(quirk.word(), line));
        return new TestView(
                evse.chargeBoxId(),
                evse.evseId(),
                test.state().name(),
                test.tester(),
                test.beganAt(),
                test.endedAt(),
                test.why(),
                new TreeMap<>(test.keys()),
                test.done().stream().map(StepView::of).toList(),
                test.running() == null ? null : StepView.of(test.running()),
                findings.follows(),
                seconds(findings.slowest()),
                findings.resumes(),
                findings.phases(),
                proposed,
                profile,
                test.offline() == null ? null : OfflineView.of(test.offline()),
                WiringView.of(test, entered));
    }

    private static @Nullable Double seconds(@Nullable Duration duration) {
        return duration == null ? null : (Double) (duration.toMillis() / 1000.0);
    }
}
