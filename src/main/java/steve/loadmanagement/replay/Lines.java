/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a stream of bytes, one after the other. One that cannot be read does no harm to the next. */
final class Lines {

    private static final int LONGEST = 64 << 20;
    private static final int END = -1;

    private final InputStream in;
    private final int longest;

    /** @param in best buffered; read as UTF-8 */
    Lines(InputStream in) {
        this(in, LONGEST);
    }

    /** @param longest most bytes of a line */
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** This line is no text; the next one may be. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** The next line without its end; null: there is none. */
    @Nullable
    String next() throws IOException, Unreadable {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int read = in.read();
        if (read == END) {
            return null;
        }
        long length = 0;
        for (; read != END && read != '\n'; read = in.read()) {
            if (++length <= longest) {
                line.write(read);
            }
        }
        if (length > longest) {
            throw new Unreadable("the line is longer than " + longest + " bytes");
        }
        return text(line.toByteArray());
    }

    private static String text(byte[] line) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("the line is no UTF-8");
        }
    }
}
