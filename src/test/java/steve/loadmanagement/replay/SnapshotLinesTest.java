/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import steve.loadmanagement.allocation.Snapshot;
import steve.loadmanagement.allocation.TreeAllocator;
import support.RandomSnapshots;
import support.RandomSnapshots.Style;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines in, lines out, whatever they say. */
class SnapshotLinesTest {

    private static final String STRAND = "'id':'A','limit_ma':{'L1':32000,'L2':32000,'L3':32000}";

    private final SnapshotLines lines = new SnapshotLines(new TreeAllocator());

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private JsonNode plan(String line) {
        return JsonMapper.shared().readTree(lines.plan(line.replace('\'', '"')));
    }

    private static String line(String strand, String evses) {
        return "{'id':'x','now':'2026-01-01T12:00:00Z','strands':[{" + strand + "}],'evses':[" + evses + "]}";
    }

    private static int[] currents(JsonNode plan) {
        return plan.path("allocations")
                .valueStream()
                .mapToInt(allocation -> allocation.path("current_ma").intValue())
                .toArray();
    }

    @Test
    void answersWithCurrentsReasonsAndResidue() {
        JsonNode plan = plan(line(
                STRAND, "{'evse':'C/1','strand':'A','wiring':'L1L2L3'},{'evse':'B/1','strand':'A','wiring':'L2'}"));
        assertThat(plan.path("id").stringValue()).isEqualTo("x");
        assertThat(currents(plan)).containsExactly(24_000, 8_000);
        JsonNode first = plan.path("allocations").path(0);
        assertThat(first.path("evse").stringValue()).isEqualTo("B/1");
        assertThat(first.path("binding").stringValue()).isEqualTo("A/L2");
        assertThat(first.path("reason").stringValue())
                .isEqualTo("2 EVSEs share 32.0 A on L2 of strand A (fuse) equally, up to 5.5 kW each.");
        assertThat(plan.path("residue_ma").path("A").path("L1").intValue()).isEqualTo(24_000);
    }

    @Test
    void whoHasAllItCanUseIsBoundByNothing() {
        JsonNode first = plan(line(STRAND, "{'evse':'B/1','strand':'A','ceiling_ma':10050}"))
                .path("allocations")
                .path(0);
        assertThat(first.path("binding").isNull()).isTrue();
        assertThat(first.path("current_ma").intValue()).isEqualTo(10_000);
    }

    @Test
    void baseLoadCountsAgainstBothLimits() {
        String strand = "'id':'A','limit_ma':{'L1':50000,'L2':50000,'L3':50000},'limit_w':22080,"
                + "'base_load_ma':{'L1':16000,'L2':16000,'L3':16000}";
        JsonNode plan = plan(line(strand, "{'evse':'B/1','strand':'A','wiring':'L1L2L3'}"));
        assertThat(currents(plan)).containsExactly(16_000);
        assertThat(plan.path("allocations").path(0).path("binding").stringValue())
                .isEqualTo("A/W");
    }

    /** What contradicts itself gets nothing, and the plan says why; all else goes on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'evse':'B/1','strand':'Z'} | Nothing: it hangs on no strand of this site.",
                "{'evse':'B/1'} | Nothing: it hangs on no strand of this site.",
                "{'evse':'B/1','strand':'A','ceiling_ma':-5000} | Nothing: its ceiling is below zero, -5.0 A.",
                "{'evse':'B/1','strand':'A','minimum_ma':9000,'ceiling_ma':8000} | Nothing: it can use 8.0 A at most, and its minimum is 9.0 A.",
                "{'evse':'B/1','strand':'A'},{'evse':'B/1','strand':'A'} | Nothing: it is named more than once.",
                "{'evse':'B/1','strand':'A','minimum_ma':2000000000000,'ceiling_ma':2000000000000} | Nothing: it can use 2000000.0 A at most, and its minimum is 2000000.0 A."
            })
    void contradictionsGetNothing(String evses, String reason) {
        JsonNode plan = plan(line(STRAND, evses + ",{'evse':'C/1','strand':'A','ceiling_ma':9000}"));
        assertThat(currents(plan)).containsExactly(0, 9_000);
        assertThat(plan.path("allocations").path(0).path("reason").stringValue())
                .isEqualTo(reason);
    }

    @Test
    void aStrandWhoseBaseLoadExceedsItsLimitGivesNothingAndSaysSo() {
        String strand = STRAND + ",'base_load_ma':{'L1':40000,'L2':40000,'L3':40000}";
        JsonNode plan = plan(line(strand, "{'evse':'B/1','strand':'A'}"));
        assertThat(currents(plan)).containsExactly(0);
        assertThat(plan.path("allocations").path(0).path("reason").stringValue())
                .isEqualTo("The strand gives nothing: less than a minimum current in -8.0 A on L1 of strand A (fuse).");
        assertThat(plan.path("residue_ma").path("A").path("L1").intValue()).isEqualTo(-8_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no json | no JSON",
                "[] | the line is no JSON object",
                "{} | strands is missing",
                "{'strands':[],'evses':[]} | strands is empty",
                "{'strands':[{'id':'A'},{'id':'A'}],'evses':[]} | id is given twice: A",
                "{'strands':[{'id':'A','parent':'B'},{'id':'B','parent':'A'}],'evses':[]} | A: would be its own ancestor",
                "{'strands':[{'id':'A','parent':'Q'}],'evses':[]} | parent of strand A does not exist: Q",
                "{'strands':[{'id':'A','measure':'volt'}],'evses':[]} | measure is one of power, current, not volt",
                "{'strands':[{'id':'A','limit_ma':{'L1':1.5,'L2':1,'L3':1}}],'evses':[]} | L1 is a whole number, not 1.5",
                "{'strands':[{'id':'A','limit_ma':{'L1':1}}],'evses':[]} | L2 is missing",
                "{'strands':[{'id':'A'}],'evses':[{'evse':'B/1','wiring':'L4'}]} | wiring is one of",
                "{'strands':[{'id':'A'}],'evses':[{'evse':'B/1','phases_used':4}]} | phases_used is from 1 to 3, not 4",
                "{'strands':[{'id':'A'}],'evses':[{'evse':'B/1','step_ma':0}]} | step_ma is from 1",
                "{'strands':[{'id':'A'}],'evses':[{'evse':'B/1','charging_since':'noon'}]} | charging_since is a time",
                "{'voltage_v':0,'strands':[{'id':'A'}],'evses':[]} | voltage_v is from 1 to 1000, not 0",
                "{'now':5,'strands':[{'id':'A'}],'evses':[]} | now is a text, not 5"
            })
    void whatIsNoSnapshotIsRefusedWithItsPlace(String line, String error) {
        assertThat(plan(line).path("error").stringValue()).contains(error);
    }

    @Test
    void theRestGoesOnAfterABadLine() throws IOException {
        String input = "{\n\n" + line(STRAND, "{'evse':'B/1','strand':'A'}").replace('\'', '"') + "\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanCommand.run(
                new BufferedReader(new StringReader(input)), new PrintStream(out, true, StandardCharsets.UTF_8), "");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("error"),
                        second -> assertThat(second).contains("\"current_ma\":32000"));
    }

    @Test
    void theOrderOfStrandsAndEvsesDoesNotShow() {
        String one =
                "{'id':'x','strands':[{'id':'R','limit_ma':{'L1':40000,'L2':40000,'L3':40000}},{'id':'A','parent':'R'}],"
                        + "'evses':[{'evse':'B/1','strand':'A'},{'evse':'C/1','strand':'R'}]}";
        String other =
                "{'id':'x','strands':[{'id':'A','parent':'R'},{'id':'R','limit_ma':{'L1':40000,'L2':40000,'L3':40000}}],"
                        + "'evses':[{'evse':'C/1','strand':'R'},{'evse':'B/1','strand':'A'}]}";
        assertThat(plan(one)).isEqualTo(plan(other));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsPlannedTheSame(int seed) {
        Snapshot snapshot = RandomSnapshots.of(seed, Style.LARGE);
        JsonNode plan = JsonMapper.shared().readTree(lines.plan(SnapshotLines.write("again", snapshot)));
        int[] expected = new TreeAllocator()
                .allocate(snapshot).allocations().stream()
                        .mapToInt(allocation -> allocation.current().milliamps())
                        .toArray();
        assertThat(currents(plan)).isEqualTo(expected);
    }
}
