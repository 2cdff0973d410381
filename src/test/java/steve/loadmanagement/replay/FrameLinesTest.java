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
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each frame says, against tables written by hand: {@code own.jsonl} of this project, and the corpus of frames of real
 * stations where it lies ({@code -Dframes.corpus=}, usually {@code ../shared/data/ocpp-frames.jsonl}).
 */
class FrameLinesTest {

    private static final Path CORPUS = Path.of(System.getProperty("frames.corpus", "../shared/data/ocpp-frames.jsonl"));

    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> framesOfOurOwnAreReadAsWrittenDown() throws IOException {
        List<String> frames = resource("own.jsonl").lines().toList();
        Map<String, JsonNode> table = table("own-expected.txt");
        assertThat(frames).hasSameSizeAs(table.keySet());
        return frames.stream().map(frame -> test(frame, table));
    }

    @TestFactory
    Stream<DynamicTest> framesOfRealStationsAreReadAsWrittenDown() throws IOException {
        if (!Files.exists(CORPUS)) {
            return Stream.of(dynamicTest(
                    "there is no corpus at " + CORPUS,
                    () -> assertThat(table("corpus-expected.txt")).hasSize(44)));
        }
        Map<String, JsonNode> table = table("corpus-expected.txt");
        List<DynamicTest> tests = new ArrayList<>();
        for (String frame : Files.readAllLines(CORPUS)) {
            boolean isInTable = table.containsKey(idOf(frame));
            tests.add(isInTable ? test(frame, table) : dynamicTest(idOf(frame), () -> hasNoMeterValues(frame)));
        }
        return tests.stream();
    }

    @Test
    void aWrongLineIsRefusedWithAReason() {
        assertThat(refusal("{")).startsWith("no JSON: Unexpected end-of-input");
        assertThat(List.of(refusal("17"), refusal("{\"id\":1}"), refusal("[2,\"1\",\"Heartbeat\",{}]")))
                .containsExactly("the line is no frame", "the frame has no payload", "Heartbeat has no meter values");
    }

    private static void hasNoMeterValues(String frame) {
        assertThat(JSON.readTree(frame).path("action").asString()).isNotEqualTo("MeterValues");
        assertThat(refusal(frame))
                .matches(
                        "\\S+ has no meter values|no meter value in it|the station sent no JSON|the frame has no payload");
    }

    private static DynamicTest test(String frame, Map<String, JsonNode> table) {
        return dynamicTest(
                idOf(frame),
                () -> assertThat(JSON.readTree(FrameLines.read(frame))).isEqualTo(table.get(idOf(frame))));
    }

    private static String idOf(String frame) {
        return JSON.readTree(frame).path("id").asString();
    }

    private static String refusal(String line) {
        return JSON.readTree(FrameLines.read(line)).path("refused").asString();
    }

    private static Map<String, JsonNode> table(String name) throws IOException {
        Map<String, JsonNode> table = new TreeMap<>();
        resource(name).lines().skip(1).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            table.put(cells[0].strip(), expected(cells));
        });
        return table;
    }

    private static JsonNode expected(String[] cells) {
        String refused = cells[7].strip();
        return JSON.readTree(
                "{\"id\":\"%s\",\"currents_ma\":%s,\"power_w\":%s,\"energy_wh\":%s,\"offered_ma\":%s,\"voltage_v\":%s,\"soc\":%s,\"refused\":%s}"
                        .formatted(
                                cells[0].strip(),
                                json(cells[1]),
                                json(cells[2]),
                                json(cells[3]),
                                json(cells[4]),
                                json(cells[5]),
                                json(cells[6]),
                                refused.equals("-") ? "null" : '"' + refused + '"'));
    }

    private static String json(String cell) {
        String bare = cell.strip();
        if (bare.equals("-")) {
            return "null";
        }
        return bare.contains("=") ? "{\"" + bare.replace("=", "\":").replace(" ", ",\"") + "}" : bare;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(FrameLinesTest.class.getResourceAsStream("/golden/frames/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
