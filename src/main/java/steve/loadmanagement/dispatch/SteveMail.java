/*
 * SteVe Load Management - load management for electric-vehicle charging, a plugin for SteVe.
 * Copyright (C) 2026 the SteVe Load Management authors
 *
 * This program is free software: you can redistribute it and/or modify it under the terms of the GNU General Public
 * License as published by the Free Software Foundation, either version 3 of the License, or (at your option) any later
 * version. It comes WITHOUT ANY WARRANTY. See the file LICENSE or https://www.gnu.org/licenses/ for the terms.
 */
package steve.loadmanagement.dispatch;

import de.rwth.idsg.steve.service.MailService;
import steve.loadmanagement.control.Alarm;
import steve.loadmanagement.history.AlarmNews;

/** Alarms as mail, by SteVe's mail settings and to its recipients. */
public final class SteveMail implements AlarmNews.Herald {

    private final MailService mails;

    public SteveMail(MailService mails) {
        this.mails = mails;
    }

    @Override
    public void tell(Alarm alarm) {
        String state = alarm.endedAt() == null ? "began" : "ended";
        String kind = alarm.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        mails.sendAsync(
                "Load management: " + alarm.subject() + ", " + kind + ", " + state,
                alarm.subject() + ": " + alarm.words() + "\nBegan: " + alarm.beganAt() + "\nEnded: "
                        + (alarm.endedAt() == null ? "it lasts" : alarm.endedAt()) + "\n");
    }

    @Override
    public String toString() {
        return "mail";
    }
}
