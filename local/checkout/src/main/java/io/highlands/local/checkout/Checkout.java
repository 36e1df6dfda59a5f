// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout;

import java.nio.file.Files;
import java.nio.file.Path;

import io.highlands.local.control.ControlException;
import io.highlands.local.control.StateFolder;

/**
 * The checkout that the command works in, and where its parts lie.
 *
 * @param root the folder that holds the {@code highlands} script
 */
public record Checkout(Path root) {

    /** The system property by which the script hands over the checkout's folder. */
    public static final String ROOT_PROPERTY = "highlands.root";

    /** The system property that puts the state folder elsewhere, so that two runs of one checkout do not meet. */
    public static final String STATE_PROPERTY = "highlands.state";

    /**
     * The system property that puts the environments' files elsewhere, and their synthesized stacks into the state folder, so
     * that tracing can be switched without a change to the checkout.
     */
    public static final String ENVIRONMENTS_PROPERTY = "highlands.environments";

    private static final String ENVIRONMENTS = "environments";
    private static final String SERVICES = "services.yaml";
    private static final String RUNBOOKS = "runbooks";

    public static Checkout current() {
        return new Checkout(Path.of(System.getProperty(ROOT_PROPERTY, ".")).toAbsolutePath().normalize());
    }

    /** Whether the command is one of an unpacked archive, which is shared by projects and may be read-only. */
    public boolean isInstalled() {
        return !Files.exists(root.resolve("pom.xml"));
    }

    /** Whether there is a project to work in: a checkout is one; an installed command has one around its environments. */
    public boolean isInProject() {
        return !isInstalled() || !environments().normalize().equals(platformInfra().resolve(ENVIRONMENTS));
    }

    /**
     * Refuses to go on where an installed command finds no project: the environments are the archive's own then.
     *
     * @throws ControlException saying how to make one
     */
    public void requireProject() {
        if (!isInProject()) {
            throw new ControlException("no project here; make one with: highlands init DIR");
        }
    }

    /**
     * {@return the project's folder, in which an installed command works}
     *
     * @throws ControlException where it finds none
     */
    public Path project() {
        requireProject();
        return environments().normalize().getParent();
    }

    public StateFolder state() {
        return new StateFolder(root.resolve(System.getProperty(STATE_PROPERTY, ".highlands")));
    }

    /** The folder with one image per service: the build's output, which holds {@code service-x/target/image}. */
    public Path images() {
        return root.resolve("services");
    }

    /** The folder of the runbooks, a page per kind of alarm: a project's own, or the checkout's where it has none. */
    public Path runbooks() {
        Path beside = environments().resolveSibling(RUNBOOKS);
        return isInstalled() && Files.isDirectory(beside) ? beside : root.resolve(RUNBOOKS);
    }

    public Path platformInfra() {
        return root.resolve("platform-infra");
    }

    /** The folder of the environments' files. */
    public Path environments() {
        String elsewhere = System.getProperty(ENVIRONMENTS_PROPERTY, "");
        return elsewhere.isEmpty() ? platformInfra().resolve(ENVIRONMENTS) : root.resolve(elsewhere);
    }

    /** The declaration of services: beside the folder of environments, or the checkout's where there is none. */
    public Path services() {
        Path beside = environments().resolveSibling(SERVICES);
        return Files.exists(beside) ? beside : platformInfra().resolve(SERVICES);
    }

    /** Where an environment's synthesized stacks lie. */
    public Path assembly(String environment) {
        return output().resolve("cdk.out").resolve(environment);
    }

    /**
     * A folder for what a command makes for itself and makes again where it is missing.
     *
     * @param name the folder's name
     * @return below {@code target} in a checkout, in the project's state of an installed command
     */
    public Path scratch(String name) {
        return output().resolve(name);
    }

    /** Where a synthesis writes; an installed command may not write beside its classes. */
    Path output() {
        boolean isElsewhere = !System.getProperty(ENVIRONMENTS_PROPERTY, "").isEmpty();
        return isElsewhere ? state().root() : platformInfra().resolve("target");
    }
}
