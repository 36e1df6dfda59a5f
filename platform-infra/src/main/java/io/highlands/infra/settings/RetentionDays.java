// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.settings;

import java.util.List;

import io.highlands.infra.yaml.Section;

/** The retention times that CloudWatch Logs has (PutRetentionPolicy). */
final class RetentionDays {

    private static final int DEFAULT = 30;
    private static final List<Integer> ALLOWED = List.of(1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731);

    private RetentionDays() {
    }

    static int read(Section section, String key) {
        int days = section.whole(key, DEFAULT, 1, 731);
        if (!ALLOWED.contains(days)) {
            throw section.refuse(key, Integer.toString(days), "one of " + ALLOWED);
        }
        return days;
    }
}
