/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package standin.store;

import de.rwth.idsg.steve.service.MailService;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Service;

/** Keeps mails instead of sending them. */
@Service
public class Mails implements MailService {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public void sendAsync(String subject, String body) {
        sent.add(subject + "\n" + body);
    }

    /** Subject and body of each, the oldest first. */
    public List<String> sent() {
        return sent;
    }
}
