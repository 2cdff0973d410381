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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes in, answers out: a line that is no text does no harm to the next. */
class PlanCommandTest {

    private static final byte[] GOOD = ("{'id':'x','now':'2026-01-01T12:00:00Z','strands':[{'id':'A','limit_w':30000}],"
                    + "'evses':[{'evse':'B/1','strand':'A','minimum_ma':6000,'ceiling_ma':32000,'step_ma':100}]}")
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);

    private static List<String> answers(byte[] input, String explain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PlanCommand.run(new ByteArrayInputStream(input), new PrintStream(out, true, StandardCharsets.UTF_8), explain);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    static Stream<byte[]> badLines() {
        return Stream.of(
                new byte[0],
                " ".getBytes(StandardCharsets.UTF_8),
                new byte[] {'{', '"', (byte) 0xC3, '(', '"'},
                new byte[] {(byte) 0xFF, (byte) 0xFE, 0},
                "[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8),
                "{\"a\":".repeat(1 << 18).getBytes(StandardCharsets.UTF_8),
                ("\"" + "a".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8),
                ("{\"now\":\"" + "a".repeat(1 << 20) + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    /** One line of answer for each, short, and the rest goes on. */
    @ParameterizedTest
    @MethodSource("badLines")
    void theRestGoesOnAfterABadLine(byte[] bad) throws IOException {
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.write(bad);
        input.write('\n');
        input.write(GOOD);
        assertThat(answers(input.toByteArray(), ""))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("{\"id\":null,\"error\":")
                                .hasSizeLessThan(500),
                        second -> assertThat(second).contains("\"current_ma\":32000"));
        assertThat(answers(input.toByteArray(), "true"))
                .satisfies(text -> assertThat(text.getFirst()).startsWith("error: "))
                .contains("  B/1   32.0 A  All that the vehicle can take.");
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws IOException, Lines.Unreadable {
        Lines short3 = new Lines(new ByteArrayInputStream("abc\nabcd\n\nxyz".getBytes(StandardCharsets.UTF_8)), 3);
        assertThat(short3.next()).isEqualTo("abc");
        assertThatThrownBy(short3::next).hasMessage("the line is longer than 3 bytes");
        assertThat(short3.next()).isEmpty();
        assertThat(short3.next()).isEqualTo("xyz");
        assertThat(short3.next()).isNull();
    }

    @Test
    void peopleAreAnsweredInTheirLanguage() throws IOException {
        byte[] input = GOOD;
        assertThat(answers(input, "de")).contains("  B/1   32,0 A  Alles, was das Fahrzeug aufnehmen kann.");
        assertThat(answers(input, "false")).hasSize(1).first().asString().startsWith("{");
    }
}
