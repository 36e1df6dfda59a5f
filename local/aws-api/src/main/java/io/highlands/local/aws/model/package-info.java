// SPDX-License-Identifier: Apache-2.0
/** AWS's service models, as its SDKs are generated from them: operations, shapes and errors, read when first needed. */
package io.highlands.local.aws.model;
