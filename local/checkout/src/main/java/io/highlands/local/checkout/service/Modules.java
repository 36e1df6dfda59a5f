// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

import io.highlands.local.checkout.Checkout;

/** Where the modules of services are: those of a checkout, or those of a project of an installed command. */
interface Modules {

    /** {@return the modules of what is worked in} */
    static Modules of(Checkout checkout) {
        return checkout.isInstalled() ? new ProjectPom(checkout) : new Poms(checkout);
    }

    /** {@return the folder that has a folder for each module} */
    Path folder();

    /** {@return what a new module's files are written from} */
    ModuleStyle style();

    /**
     * Refuses the name of a module, which Maven would find twice.
     *
     * @param name the new module's name
     */
    void refuseTaken(String name);

    /**
     * {@return the poms that name each module, with one more}
     *
     * @param name the new module's name
     * @param declared the declared services
     */
    SequencedMap<Path, String> with(String name, List<String> declared);
}
