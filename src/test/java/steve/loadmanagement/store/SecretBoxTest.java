/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets at rest. */
class SecretBoxTest {

    @TempDir
    Path folder;

    private SecretBox box() {
        return new SecretBox("", folder.resolve("below").resolve("key"));
    }

    @Test
    void opensWhatItSealedAndShowsNothingOfIt() {
        String sealed = box().seal("Pa55word", "meter 1");
        assertThat(sealed).doesNotContain("Pa55word");
        assertThat(box().open(sealed, "meter 1")).isEqualTo("Pa55word");
    }

    @Test
    void theSameSecretLooksDifferentEachTime() {
        assertThat(box().seal("x", "meter 1")).isNotEqualTo(box().seal("x", "meter 1"));
    }

    @Test
    void aSecretMovedToAnotherMeterOrDamagedStaysClosed() {
        String sealed = box().seal("x", "meter 1");
        assertThat(box().open(sealed, "meter 2")).isNull();
        byte[] bytes = Base64.getDecoder().decode(sealed);
        bytes[bytes.length - 1] ^= 1;
        assertThat(box().open(Base64.getEncoder().encodeToString(bytes), "meter 1"))
                .isNull();
        assertThat(box().open("short", "meter 1")).isNull();
    }

    @Test
    void theKeyFileIsForItsOwnerAlone() throws IOException {
        box().seal("x", "meter 1");
        Path key = folder.resolve("below").resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyGivenAsASettingIsUsedAndAShortOneRefused() {
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        Path nowhere = folder.resolve("not-made");
        assertThat(new SecretBox(key, nowhere).open(new SecretBox(key, nowhere).seal("x", "m"), "m"))
                .isEqualTo("x");
        assertThat(nowhere).doesNotExist();
        SecretBox weak = new SecretBox(Base64.getEncoder().encodeToString(new byte[8]), nowhere);
        assertThatIllegalStateException().isThrownBy(() -> weak.seal("x", "m")).withMessageContaining("32 bytes");
    }
}
