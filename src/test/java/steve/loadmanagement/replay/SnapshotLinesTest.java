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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Lines in, lines out, whatever they say. */
class SnapshotLinesTest {

    private static final String STRAND = "'id':'A','limit_ma':{'L1':32000,'L2':32000,'L3':32000}";

    private static final String EVSE =
            "{'evse':'%s/1','strand':'%s','wiring':'L1','minimum_ma':6000,'ceiling_ma':32000,'step_ma':100}";

    private final SnapshotLines lines = new SnapshotLines(new TreeAllocator(), new SnapshotLines.Answer.Json());

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    private JsonNode plan(String line) {
        return JsonMapper.shared().readTree(lines.answer(line.replace('\'', '"')));
    }

    /** A whole line; an EVSE has 6 to 32 A in steps of 0.1 A where nothing else is said. */
    private static String line(String strand, String evses) {
        ArrayNode full = (ArrayNode) JsonMapper.shared().readTree("[" + evses.replace('\'', '"') + "]");
        for (JsonNode evse : full) {
            ((ObjectNode) evse).putIfAbsent("minimum_ma", IntNode.valueOf(6_000));
            ((ObjectNode) evse).putIfAbsent("ceiling_ma", IntNode.valueOf(32_000));
            ((ObjectNode) evse).putIfAbsent("step_ma", IntNode.valueOf(100));
        }
        return "{'id':'x','now':'2026-01-01T12:00:00Z','strands':[{" + strand + "}],'evses':" + full + "}";
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
                "{'evse':'B/1','strand':'A','minimum_ma':2000000000,'ceiling_ma':2000000000} | Nothing: it can use 2000000.0 A at most, and its minimum is 2000000.0 A."
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
                "no json | no JSON, character 1: Unrec",
                "'' | the line is no JSON object",
                "[] | the line is no JSON object",
                "{} | now is missing",
                "{'now':5,'strands':[{'id':'A'}],'evses':[]} | now is a text, not 5",
                "{'now':'2026-02-30T12:00:00Z'} | now is a time like 2026-01-01T12:00:00Z, not 2026-02-30T12:00:00Z",
                "{'now':'+1000000000-01-01T00:00:00Z'} | now is a time like",
                "{'now':'-0001-01-01T00:00:00Z'} | now is far from now",
                "{'now':'2026-01-01T12:00:00Z','now':'2026-01-01T12:00:00Z'} | no JSON",
                "{'now':'2026-01-01T12:00:00Z'} | strands is missing",
                "{'now':'2026-01-01T12:00:00Z','strands':[],'evses':[]} | strands is empty",
                "{'now':'2026-01-01T12:00:00Z','strands':[5],'evses':[]} | strands[0] is no JSON object",
                "{'now':'2026-01-01T12:00:00Z','strands':[{'id':'A','limit_w':1}]} | evses is missing",
                "{'voltage_v':0} | voltage_v is from 1 to 1000, not 0",
                "{'voltage_v':NaN} | no JSON",
                "{'voltage_v':1e999999999} | voltage_v is a number, not"
            })
    void whatIsNoSnapshotIsRefusedWithItsPlace(String line, String error) {
        assertThat(plan(line).path("error").stringValue()).contains(error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'limit_w':1} | id is missing",
                "{'id':'A'} | limit_ma is missing; for no limit in A, let it be null",
                "{'id':'A','limit_w':1},{'id':'A','limit_w':1} | id is given twice: A",
                "{'id':'A','parent':'B','limit_w':1},{'id':'B','parent':'A','limit_w':1} | A: would be its own ancestor",
                "{'id':'A','parent':'A','limit_w':1} | A: would be its own ancestor",
                "{'id':'A','parent':'Q','limit_w':1} | parent of strand A does not exist: Q",
                "{'id':'A','measure':'volt','limit_w':1} | measure is one of power, current, not volt",
                "{'id':'A','limit_w':1e10} | limit_w is from -2147483647 to 2147483647, not 1.0E10",
                "{'id':'A','limit_w':'1'} | limit_w is a number, not \"1\"",
                "{'id':'A','limit_ma':{'L1':1.5,'L2':1,'L3':1}} | L1 is a whole number, not 1.5",
                "{'id':'A','limit_ma':5} | strands[0], limit_ma is no JSON object",
                "{'id':'A','limit_ma':{'L1':1}} | L2 is missing",
                "{'id':'A','limit_w':1,'base_load_ma':{'L1':1}} | L2 is missing"
            })
    void aStrandThatIsWrongIsRefused(String strands, String error) {
        String line = "{'id':7,'now':'2026-01-01T12:00:00Z','strands':[" + strands + "],'evses':[]}";
        assertThat(plan(line).path("error").stringValue()).contains(error);
        assertThat(plan(line).path("id").intValue()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'strand':'A'} | evses[0]: evse is missing",
                "{'evse':'B/1','wiring':'L4'} | evses[0]: wiring is one of",
                "{'evse':'B/1','phases_used':4} | phases_used is from 1 to 3, not 4",
                "{'evse':'B/1','step_ma':0} | step_ma is from 1",
                "{'evse':'B/1','step_ma':null} | step_ma is missing",
                "{'evse':'B/1','minimum_ma':null} | minimum_ma is missing",
                "{'evse':'B/1','ceiling_ma':null} | ceiling_ma is missing",
                "{'evse':'B/1','ceiling_ma':2000000000000} | ceiling_ma is from -2147483647 to 2147483647, not 2000000000000",
                "{'evse':'B/1','served_wh':1e30} | served_wh is from",
                "{'evse':'B/1','never_pause':1} | never_pause is true or false, not 1",
                "{'evse':'B/1','charging_since':'noon'} | charging_since is a time",
                "{'evse':'B/1'},{'evse':'B/1'} | evses[1]: evse is given twice: B/1"
            })
    void anEvseThatIsWrongIsRefused(String evses, String error) {
        assertThat(plan(line(STRAND, evses)).path("error").stringValue()).contains(error);
    }

    @Test
    void manyRootsAreAsManySites() {
        String line = "{'id':'x','now':'2026-01-01T12:00:00Z','strands':["
                + "{'id':'A','limit_w':2300},{'id':'B','limit_w':4600}],'evses':["
                + EVSE.formatted("P", "B") + "," + EVSE.formatted("Q", "A") + "," + EVSE.formatted("R", "Z") + "]}";
        JsonNode plan = plan(line);
        assertThat(plan.path("allocations").findValuesAsString("evse")).containsExactly("Q/1", "R/1", "P/1");
        assertThat(currents(plan)).containsExactly(10_000, 0, 20_000);
        assertThat(plan.path("residue_ma").propertyNames()).containsExactly("A", "B");
    }

    @Test
    void aPowerLimitLosesNothingByRounding() {
        String strand = "'id':'A','limit_w':6900,'base_load_ma':{'L1':1,'L2':0,'L3':0}";
        String evse = "{'evse':'B/1','strand':'A','wiring':'L1','step_ma':1,'ceiling_ma':40000}";
        assertThat(currents(plan(line(strand, evse)))).containsExactly(29_999);
    }

    @Test
    void theOrderOfStrandsAndEvsesDoesNotShow() {
        String start = "{'id':'x','now':'2026-01-01T12:00:00Z','strands':[";
        String root = "{'id':'R','limit_ma':{'L1':40100,'L2':40100,'L3':40100}}";
        String below = "{'id':'A','parent':'R','limit_ma':null}";
        String b = EVSE.formatted("B", "A");
        String c = EVSE.formatted("C", "R");
        JsonNode plan = plan(start + root + "," + below + "],'evses':[" + b + "," + c + "]}");
        assertThat(currents(plan)).containsExactly(20_000, 20_100);
        assertThat(plan(start + below + "," + root + "],'evses':[" + c + "," + b + "]}"))
                .isEqualTo(plan);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsPlannedTheSame(int seed) {
        Snapshot snapshot = RandomSnapshots.of(seed, Style.LARGE);
        JsonNode plan = JsonMapper.shared().readTree(lines.answer(SnapshotLines.write("again", snapshot)));
        int[] expected = new TreeAllocator()
                .allocate(snapshot).allocations().stream()
                        .mapToInt(allocation -> allocation.current().milliamps())
                        .toArray();
        assertThat(currents(plan)).isEqualTo(expected);
    }
}
