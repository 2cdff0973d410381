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
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The newest numbers in Prometheus' text format (version 0.0.4). What is not known is not there. */
@RestController
@RequestMapping(Api.MACHINES)
public class MetricsController {

    private static final String TYPE = "text/plain;version=0.0.4;charset=UTF-8";
    private static final double MILLI = 1000;

    private final FrontDesk desk;
    private final States states;

    MetricsController(FrontDesk desk, States states) {
        this.desk = desk;
        this.states = states;
    }

    @GetMapping(value = "/metrics", produces = TYPE)
    String metrics() {
        StateView state = states.now(Locale.ENGLISH);
        Exposition text = new Exposition();
        text.gauge("up", "whether load management is on", "", state.on() ? 1 : 0);
        text.gauge("alarms", "alarms that last", "", state.alarms().size());
        for (StrandView strand : state.strands()) {
            strand(strand, text);
        }
        Map<String, Integer> words = new TreeMap<>();
        state.evses().forEach(evse -> words.merge(evse.word(), 1, Integer::sum));
        words.forEach((word, count) -> text.gauge("evses", "EVSEs by state", label("state", word), count));
        return text.toString();
    }

    private void strand(StrandView strand, Exposition text) {
        String label = label("strand", strand.name());
        if (strand.cycleAt() != null) {
            text.gauge(
                    "cycle_age_seconds",
                    "time since the last cycle",
                    label,
                    Duration.between(strand.cycleAt(), desk.now()).toMillis() / MILLI);
        }
        phases(text, "limit_amperes", "limit in force for vehicles", label, strand.capacityMa());
        phases(text, "granted_amperes", "granted", label, strand.grantedMa());
        phases(text, "committed_amperes", "what may flow at worst", label, strand.committedMa());
        if (strand.measuredComplete()) {
            phases(text, "measured_amperes", "measured, where all is measured", label, strand.measuredMa());
        }
        if (strand.capacityW() != null) {
            text.gauge("limit_watts", "limit in force for vehicles", label, strand.capacityW());
        }
        if (strand.committedW() != null) {
            text.gauge("committed_watts", "what may flow at worst", label, strand.committedW());
        }
    }

    private static void phases(Exposition text, String name, String help, String label, @Nullable Milliamps currents) {
        if (currents == null || currents.l1() == null || currents.l2() == null || currents.l3() == null) {
            return;
        }
        text.gauge(name, help, label + ",phase=\"L1\"", currents.l1() / MILLI);
        text.gauge(name, help, label + ",phase=\"L2\"", currents.l2() / MILLI);
        text.gauge(name, help, label + ",phase=\"L3\"", currents.l3() / MILLI);
    }

    private static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** Gathers values under their names. */
    private static final class Exposition {

        private final Map<String, StringBuilder> families = new TreeMap<>();

        void gauge(String name, String help, String labels, double value) {
            String full = "loadmanagement_" + name;
            families.computeIfAbsent(
                            full,
                            _ -> new StringBuilder()
                                    .append("# HELP ")
                                    .append(full)
                                    .append(' ')
                                    .append(help)
                                    .append("\n# TYPE ")
                                    .append(full)
                                    .append(" gauge\n"))
                    .append(full)
                    .append(labels.isEmpty() ? "" : "{" + labels + "}")
                    .append(' ')
                    .append(value)
                    .append('\n');
        }

        @Override
        public String toString() {
            return String.join("", families.values());
        }
    }
}
