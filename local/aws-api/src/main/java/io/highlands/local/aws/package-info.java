// SPDX-License-Identifier: Apache-2.0
/** AWS's APIs on 127.0.0.1: what answers HTTP, and hands requests to the wire protocols and the operations. */
package io.highlands.local.aws;
