// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.util.Map;

/**
 * How the files of a new module differ between a checkout and a project.
 *
 * @param pom the template of its pom
 * @param packagePrefix what its package's name begins with, and a dot after it
 * @param values what further keys of the templates stand for
 * @param isOfHighlands whether it is a module of Highlands, with its architecture test and licence
 */
record ModuleStyle(String pom, String packagePrefix, Map<String, String> values, boolean isOfHighlands) {

    private static final String LICENCE = "SPDX-License-Identifier";

    ModuleStyle {
        values = Map.copyOf(values);
    }

    /** {@return the text of a file, which says nothing of its licence where that is for the project to say} */
    String licensed(String text) {
        int end = text.indexOf('\n') + 1;
        return !isOfHighlands && text.substring(0, end).contains(LICENCE) ? text.substring(end) : text;
    }
}
