// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** AWS's example account, which stands in environment files where the user's own belongs. */
public final class ExampleAccount {

    /** The account of AWS's documentation. */
    static final String ID = "111122223333";

    private ExampleAccount() {
    }

    /**
     * Refuses a file that still names it.
     *
     * @param file the environment's file
     * @param shown the file as it is named to the user
     * @throws DeployException naming file and line
     */
    public static void refuse(Path file, String shown) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (lines.get(line).replaceFirst("(^|\\s)#.*", "").contains(ID)) {
                    throw new DeployException(shown + ":" + (line + 1) + ": " + ID + " is AWS's example account; put"
                            + " your own account, certificate, topics and private CA there");
                }
            }
        } catch (IOException e) {
            throw new DeployException(shown + " cannot be read: " + e.getMessage());
        }
    }
}
