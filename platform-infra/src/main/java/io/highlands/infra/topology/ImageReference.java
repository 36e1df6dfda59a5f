// SPDX-License-Identifier: Apache-2.0
package io.highlands.infra.topology;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image in a registry, as container tools name it. A digest counts before a tag: what has both is pulled by its digest.
 *
 * @param name
 *            registry and repository, such as {@code public.ecr.aws/nginx/nginx}
 * @param version
 *            tag, or {@code sha256:} digest
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/ecr.html">Endpoints of Amazon ECR</a>
 * @see <a href="https://pkg.go.dev/github.com/distribution/reference">Grammar of image references</a>
 */
public record ImageReference(String name, String version) {

    /** What is allowed, in words. */
    public static final String ALLOWED = "an image with its registry and a tag or a digest, such as public.ecr.aws/nginx/nginx:1.29";

    /** Security groups let tasks out to no other port. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+\\.[a-z0-9.-]+(?::443)?"
            + "(?:/[a-z0-9]+(?:(?:\\.|_{1,2}|-+)[a-z0-9]+)*)+");
    private static final Pattern FORM = Pattern
            .compile("(?<name>" + NAME + ")(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?"
                    + "(?:@(?<digest>sha256:[0-9a-f]{64}))?");
    private static final Pattern ECR = Pattern.compile("(?<account>[0-9]{12})\\.(?<endpoint>dkr[.-]ecr(?:-fips)?)"
            + "\\.(?<region>[a-z0-9-]+)\\.(?:.+?)/(?<repository>.+)");
    private static final String ECR_DEFAULT = "dkr.ecr";

    /**
     * A repository of a private registry of ECR.
     *
     * @param account
     *            12 digits
     * @param region
     *            where it is
     * @param name
     *            the repository's name
     * @param byDefaultEndpoint
     *            whether it is addressed by neither a FIPS nor a dual-stack endpoint
     */
    public record Ecr(String account, String region, String name, boolean byDefaultEndpoint) {}

    /** {@return the reference that a text is; empty where it has no registry, or neither tag nor digest} */
    public static Optional<ImageReference> of(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(parts.group("digest")).or(() -> Optional.ofNullable(parts.group("tag")))
                .map(version -> new ImageReference(parts.group("name"), version));
    }

    /** {@return the same image by another tag or digest} */
    public ImageReference with(String other) {
        return new ImageReference(name, other);
    }

    /** {@return the repository, where the registry is a private one of ECR, which a task needs permission to pull from} */
    public Optional<Ecr> ecr() {
        return Optional.of(ECR.matcher(name)).filter(Matcher::matches)
                .map(parts -> new Ecr(parts.group("account"), parts.group("region"), parts.group("repository"),
                        parts.group("endpoint").equals(ECR_DEFAULT)));
    }

    @Override
    public String toString() {
        return name + (version.startsWith("sha256:") ? "@" : ":") + version;
    }
}
