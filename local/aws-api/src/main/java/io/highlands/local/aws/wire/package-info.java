// SPDX-License-Identifier: Apache-2.0
/**
 * AWS's wire protocols over one codec: a request's bytes become a tree by the shapes of the service's model, and a tree
 * becomes an answer. Smithy RPC v2 CBOR, AWS JSON 1.0 and 1.1, AWS Query.
 */
package io.highlands.local.aws.wire;
