/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.allocation;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import steve.loadmanagement.capacity.Capacity;
import steve.loadmanagement.site.EvseRef;
import steve.loadmanagement.site.Strand;
import steve.loadmanagement.unit.Phase;
import steve.loadmanagement.unit.PhaseCurrents;
import steve.loadmanagement.unit.Power;

/** A whole plan as text: each strand with what it had and what is left, each EVSE with its reason, who waits. */
final class PlanText {

    private final Plan plan;
    private final Snapshot snapshot;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private PlanText(Plan plan, Snapshot snapshot, Words words) {
        this.plan = plan;
        this.snapshot = snapshot;
        this.words = words;
    }

    static String of(Plan plan, Snapshot snapshot, Locale locale) {
        PlanText writer = new PlanText(plan, snapshot, new Words(locale));
        writer.line(writer.words.text("plan", snapshot.now()));
        for (int number = 0; number < snapshot.site().strands().size(); number++) {
            writer.strand(number);
        }
        writer.evses();
        writer.queue();
        return writer.text.toString();
    }

    private void strand(int number) {
        Strand strand = snapshot.site().strands().get(number);
        @Nullable Capacity capacity = snapshot.capacities().get(strand.id());
        Residue residue = Residue.of(number, plan, snapshot);
        String left = residue.left() == null ? "" : words.text("plan.left", of(residue.left())) + " ";
        line(words.text("plan.strand", strand.name(), capacity(capacity)) + " " + left
                + words.text("residue." + residue.why()));
    }

    private String capacity(@Nullable Capacity capacity) {
        PhaseCurrents currents = capacity == null ? null : capacity.currents();
        Power power = capacity == null ? null : capacity.power();
        if (currents == null && power == null) {
            return words.text("limit.unknown");
        }
        return (currents == null ? "" : of(currents))
                + (currents == null || power == null ? "" : ", ")
                + (power == null ? "" : words.of(power));
    }

    private String of(PhaseCurrents currents) {
        return java.util.Arrays.stream(Phase.values())
                .map(phase -> phase + " " + words.of(currents.on(phase)))
                .collect(joining(", "));
    }

    private void evses() {
        Explanation explanation = new Explanation(snapshot, words);
        int widest = plan.allocations().stream()
                .mapToInt(allocation -> allocation.evse().toString().length())
                .max()
                .orElse(0);
        for (Allocation allocation : plan.allocations()) {
            line(String.format(
                    Locale.ROOT,
                    "  %-" + Math.max(1, widest) + "s %8s  %s",
                    allocation.evse(),
                    words.of(allocation.current()),
                    explanation.of(allocation.reason())));
        }
    }

    private void queue() {
        if (!plan.waiting().isEmpty()) {
            String waiting = plan.waiting().stream().map(EvseRef::toString).collect(joining(", "));
            line(words.text("plan.queue", waiting));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
