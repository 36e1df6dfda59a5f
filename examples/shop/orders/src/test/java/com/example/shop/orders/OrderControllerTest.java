// SPDX-License-Identifier: Apache-2.0
package com.example.shop.orders;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.MockMvc;

@WebMvcTest(OrderController.class)
class OrderControllerTest {

    @Autowired
    private MockMvc mvc;
    @MockitoBean
    private OrderRepository orders;
    @MockitoBean
    private CatalogClient catalog;

    @Test
    void anOrderHasTheTotalPrice() throws Exception {
        when(catalog.product(1)).thenReturn(Optional.of(new CatalogClient.Product(1, "Tent", 18900)));
        when(orders.save(any())).thenAnswer(call -> call.getArgument(0));
        mvc.perform(post("/orders").contentType(MediaType.APPLICATION_JSON).content("{\"productId\":1,\"quantity\":2}"))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.cents").value(37800));
    }

    @Test
    void anOrderOfAnUnknownProductIsRefused() throws Exception {
        when(catalog.product(7)).thenReturn(Optional.empty());
        mvc.perform(post("/orders").contentType(MediaType.APPLICATION_JSON).content("{\"productId\":7,\"quantity\":1}"))
                .andExpect(status().isUnprocessableEntity());
    }
}
