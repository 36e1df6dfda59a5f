// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.model;

/**
 * What a service is called on the wire.
 *
 * @param signing the name in a signature's scope, such as {@code monitoring}
 * @param target the prefix of {@code x-amz-target} and the service of the CBOR path; empty when it speaks Query only
 * @param version the API version, which Query requests carry
 * @param namespace the XML namespace of its answers; empty when it does not speak Query
 * @param shapes the namespace of its errors in JSON 1.0 and CBOR; empty: errors carry their bare name
 */
public record ServiceName(String signing, String target, String version, String namespace, String shapes) {}
