"""Real pipeline classes with tiny random weights, made from configs and tokenizers in code.

No hub, no files: a family of 64 x 64 pictures paints in a tenth of a second on one core.
"""

import os

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("DIFFUSERS_VERBOSITY", "error")
os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")

from typing import Any

import diffusers
import numpy as np
import torch
import transformers
from tokenizers.pre_tokenizers import ByteLevel

from toile.domain.maps import Maps, Mask
from toile.domain.painting import GeneratorAbility, PaintRequest, Reference, Strengths
from toile.domain.pictures import Picture

torch.set_num_threads(1)
SIDE = 64

_CHAT = (
    "{% for m in messages %}<|im_start|>{{ m['role'] }}\n{{ m['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def _bytes() -> list[str]:
    return sorted(ByteLevel.alphabet())


def clip_tokenizer() -> Any:
    symbols = _bytes()
    words = [*symbols, *[f"{one}</w>" for one in symbols], "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: place for place, word in enumerate(words)}
    return transformers.CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)


def chat_tokenizer() -> Any:
    vocabulary = {one: place for place, one in enumerate(_bytes())}
    vocabulary["<|endoftext|>"] = len(vocabulary)
    tokenizer = transformers.Qwen2Tokenizer(vocab=vocabulary, merges=[], model_max_length=4096)
    tokenizer.add_special_tokens({"additional_special_tokens": ["<|im_start|>", "<|im_end|>"]})
    tokenizer.chat_template = _CHAT
    return tokenizer


def _clip_text(kind: Any) -> Any:
    return kind(
        transformers.CLIPTextConfig(
            vocab_size=514,
            bos_token_id=512,
            eos_token_id=513,
            pad_token_id=513,
            hidden_size=32,
            intermediate_size=40,
            num_attention_heads=4,
            num_hidden_layers=3,
            projection_dim=32,
            hidden_act="gelu",
        )
    )


def _clip_vision() -> Any:
    config = transformers.CLIPVisionConfig(
        hidden_size=32,
        projection_dim=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        image_size=32,
        patch_size=8,
        intermediate_size=40,
    )
    return transformers.CLIPVisionModelWithProjection(config)


def _vae(channels: int, **more: Any) -> Any:
    return diffusers.AutoencoderKL(
        down_block_types=["DownEncoderBlock2D"] * 2,
        up_block_types=["UpDecoderBlock2D"] * 2,
        block_out_channels=[8, 16],
        layers_per_block=1,
        latent_channels=channels,
        norm_num_groups=4,
        sample_size=SIDE,
        **more,
    )


_UNET: dict[str, Any] = {
    "block_out_channels": (8, 16),
    "layers_per_block": 1,
    "in_channels": 4,
    "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
    "attention_head_dim": (2, 4),
    "use_linear_projection": True,
    "addition_embed_type": "text_time",
    "addition_time_embed_dim": 8,
    "transformer_layers_per_block": (1, 1),
    "projection_class_embeddings_input_dim": 6 * 8 + 32,
    "cross_attention_dim": 64,
    "norm_num_groups": 4,
}


def sdxl_base() -> Any:
    torch.manual_seed(0)
    pipe = diffusers.StableDiffusionXLPipeline(
        unet=diffusers.UNet2DConditionModel(
            **_UNET,
            sample_size=16,
            out_channels=4,
            up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        ),
        vae=_vae(4),
        scheduler=diffusers.EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            steps_offset=1,
            timestep_spacing="leading",
        ),
        text_encoder=_clip_text(transformers.CLIPTextModel),
        text_encoder_2=_clip_text(transformers.CLIPTextModelWithProjection),
        tokenizer=clip_tokenizer(),
        tokenizer_2=clip_tokenizer(),
        image_encoder=_clip_vision(),
        feature_extractor=transformers.CLIPImageProcessorPil(size=32, crop_size=32),
        add_watermarker=False,
    )
    return pipe


def sdxl_control() -> Any:
    torch.manual_seed(1)
    network = diffusers.ControlNetUnionModel(
        **_UNET,
        conditioning_embedding_out_channels=(8, 16),
        num_control_type=6,
        num_trans_channel=8,
        num_trans_head=2,
        num_trans_layer=1,
        num_proj_channel=8,
    )
    return _speaking(network)


def _heard(transformer: Any) -> Any:
    """Sharpen attention: with fresh weights every token counts alike and no reference is seen."""
    with torch.no_grad():
        for name, parameter in transformer.named_parameters():
            if ".norm_" in name or ".to_" in name or "modulation" in name or "x_embedder" in name:
                parameter.mul_(4.0)
    return transformer


def _speaking(network: Any) -> Any:
    """Fill the zero-started layers: an untrained control network says nothing otherwise."""
    with torch.no_grad():
        for parameter in network.parameters():
            if not parameter.any():
                parameter.normal_(std=0.05)
    return network


def ip_adapter(unet: Any) -> dict[str, dict[str, torch.Tensor]]:
    """Return random adapter weights in the published layout, loud enough to be seen."""
    torch.manual_seed(2)
    width, tokens = int(unet.config.cross_attention_dim), 4
    layers: dict[str, torch.Tensor] = {}
    place = 1
    for name in unet.attn_processors:
        if not name.endswith("attn2.processor"):
            continue
        heads = _attention_width(unet, name)
        layers[f"{place}.to_k_ip.weight"] = torch.randn(heads, width) * 0.3
        layers[f"{place}.to_v_ip.weight"] = torch.randn(heads, width) * 0.3
        place += 2
    projection = {
        "proj.weight": torch.randn(width * tokens, 32) * 0.1,
        "proj.bias": torch.zeros(width * tokens),
        "norm.weight": torch.ones(width),
        "norm.bias": torch.zeros(width),
    }
    return {"image_proj": projection, "ip_adapter": layers}


def _attention_width(unet: Any, name: str) -> int:
    module = unet.get_submodule(name.removesuffix(".processor"))
    return int(module.to_q.out_features)


def _flux2_vae() -> Any:
    return diffusers.AutoencoderKLFlux2(
        down_block_types=("DownEncoderBlock2D",) * 2,
        up_block_types=("UpDecoderBlock2D",) * 2,
        block_out_channels=(8, 16),
        layers_per_block=1,
        latent_channels=4,
        norm_num_groups=4,
        sample_size=32,
        use_quant_conv=False,
        use_post_quant_conv=False,
    )


def _qwen3(kind: str, layers: int = 3) -> Any:
    config = transformers.Qwen3Config(
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=layers,
        num_attention_heads=2,
        num_key_value_heads=2,
        head_dim=8,
        vocab_size=300,
        max_position_embeddings=4096,
    )
    return getattr(transformers, kind)(config)


def klein_base() -> Any:
    torch.manual_seed(0)
    transformer = diffusers.Flux2Transformer2DModel(
        patch_size=1,
        in_channels=16,
        num_layers=1,
        num_single_layers=1,
        attention_head_dim=16,
        num_attention_heads=2,
        # Three hidden layers of the text encoder side by side.
        joint_attention_dim=48,
        timestep_guidance_channels=32,
        axes_dims_rope=(4, 4, 4, 4),
        guidance_embeds=False,
    )
    return diffusers.Flux2KleinPipeline(
        transformer=_heard(transformer),
        vae=_flux2_vae(),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        text_encoder=_qwen3("Qwen3ForCausalLM"),
        tokenizer=chat_tokenizer(),
        is_distilled=True,
    )


def klein_as_published() -> Any:
    """Return a klein with the depth and reduction of the true one, in a few kilobytes.

    It paints noise at 1024 x 1024 in seconds on a processor, from a folder and a list as a user
    would bring a model in.
    """
    torch.manual_seed(0)
    pipe = klein_base()
    transformer = diffusers.Flux2Transformer2DModel(
        **{**pipe.transformer.config, "in_channels": 128, "out_channels": None}
    )
    vae = diffusers.AutoencoderKLFlux2(
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(4, 4, 8, 8),
        layers_per_block=1,
        latent_channels=32,
        norm_num_groups=2,
        mid_block_add_attention=False,
        use_quant_conv=False,
        use_post_quant_conv=False,
    )
    return diffusers.Flux2KleinPipeline(
        transformer=_heard(transformer),
        vae=vae,
        scheduler=pipe.scheduler,
        text_encoder=_qwen3("Qwen3ForCausalLM", layers=28),
        tokenizer=pipe.tokenizer,
        is_distilled=True,
    )


_Z_IMAGE: dict[str, Any] = {
    "all_patch_size": (2,),
    "all_f_patch_size": (1,),
    "dim": 32,
    "n_refiner_layers": 1,
    "n_heads": 2,
    "n_kv_heads": 2,
    "norm_eps": 1e-5,
    "qk_norm": True,
}


def z_image_base() -> Any:
    torch.manual_seed(0)
    transformer: Any = diffusers.ZImageTransformer2DModel(
        in_channels=16,
        n_layers=2,
        cap_feat_dim=16,
        rope_theta=256.0,
        t_scale=1000.0,
        axes_dims=[8, 4, 4],
        axes_lens=[1024, 64, 64],
        **_Z_IMAGE,
    )
    with torch.no_grad():
        # These are made with torch.empty and would be anything.
        transformer.x_pad_token.normal_(std=0.02)
        transformer.cap_pad_token.normal_(std=0.02)
    vae = _vae(
        16,
        scaling_factor=0.3611,
        shift_factor=0.1159,
        use_quant_conv=False,
        use_post_quant_conv=False,
    )
    return diffusers.ZImagePipeline(
        transformer=transformer,
        vae=vae,
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(shift=3.0),
        text_encoder=_qwen3("Qwen3Model"),
        tokenizer=chat_tokenizer(),
    )


def z_image_control() -> Any:
    torch.manual_seed(1)
    network = diffusers.ZImageControlNetModel(
        control_layers_places=[0, 1],
        control_refiner_layers_places=[0],
        control_in_dim=33,
        add_control_noise_refiner="control_noise_refiner",
        **_Z_IMAGE,
    )
    return _speaking(network)


class TinyReader:
    """Stands in for the Qwen processor, which needs torchvision: pictures become patches."""

    def __init__(self, tokenizer: Any) -> None:
        from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import (
            Qwen2VLImageProcessorPil,
        )

        self.tokenizer = tokenizer
        self._images = Qwen2VLImageProcessorPil(min_pixels=56 * 56, max_pixels=112 * 112)

    def __call__(self, text: Any, images: Any = None, **_: Any) -> Any:
        seen = dict(self._images(images=images, return_tensors="pt"))
        counts = iter(int(grid.prod() // 4) for grid in seen["image_grid_thw"])
        whole = []
        for line in text:
            first, *rest = line.split("<|image_pad|>")
            whole.append(first + "".join("<|image_pad|>" * next(counts) + part for part in rest))
        read = self.tokenizer(whole, padding=True, return_tensors="pt")
        pad = self.tokenizer.convert_tokens_to_ids("<|image_pad|>")
        kinds = (read["input_ids"] == pad).long()
        return transformers.BatchFeature({**read, **seen, "mm_token_type_ids": kinds})


def qwen_edit_base() -> Any:
    torch.manual_seed(0)
    tokenizer = chat_tokenizer()
    pictures = ["<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>"]
    tokenizer.add_special_tokens({"additional_special_tokens": pictures})
    number = tokenizer.convert_tokens_to_ids
    reader = transformers.Qwen2_5_VLForConditionalGeneration(
        transformers.Qwen2_5_VLConfig(
            text_config={
                "hidden_size": 16,
                "intermediate_size": 16,
                "num_hidden_layers": 2,
                "num_attention_heads": 2,
                "num_key_value_heads": 2,
                "vocab_size": 300,
                "rope_theta": 1e6,
                "rope_scaling": {"mrope_section": [1, 1, 2], "rope_type": "default"},
            },
            vision_config={
                "depth": 2,
                "hidden_size": 16,
                "intermediate_size": 16,
                "num_heads": 2,
                "out_hidden_size": 16,
                "fullatt_block_indexes": [1],
            },
            vision_start_token_id=number("<|vision_start|>"),
            vision_end_token_id=number("<|vision_end|>"),
            image_token_id=number("<|image_pad|>"),
            video_token_id=number("<|video_pad|>"),
        )
    )
    return diffusers.QwenImageEditPlusPipeline(
        transformer=_heard(
            diffusers.QwenImageTransformer2DModel(
                patch_size=2,
                in_channels=16,
                out_channels=4,
                num_layers=2,
                attention_head_dim=16,
                num_attention_heads=2,
                joint_attention_dim=16,
                axes_dims_rope=(8, 4, 4),
            )
        ),
        vae=diffusers.AutoencoderKLQwenImage(
            base_dim=16,
            z_dim=4,
            dim_mult=[1, 2, 4],
            num_res_blocks=1,
            temperal_downsample=[False, True],
            latents_mean=[0.0] * 4,
            latents_std=[1.0] * 4,
        ),
        scheduler=diffusers.FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        text_encoder=reader,
        tokenizer=tokenizer,
        processor=TinyReader(tokenizer),
    )


# ------------------------------------------------------------------ what is asked of them


def an_ability(**changes: Any) -> GeneratorAbility:
    facts: dict[str, Any] = {
        "family": "tiny",
        "model": "tiny",
        "revision": "0" * 40,
        "licence": "Apache-2.0",
        "commercial": True,
        "references": 2,
        "maps": ("pose", "depth", "normals"),
        "maps_together": 3,
        "strengths": True,
        "mask": True,
        "identity": "references",
        "steps": 3,
        "multiple_of": 16,
        "shortest_side": 32,
        "longest_side": 128,
        "device": "cpu",
    }
    return GeneratorAbility(**(facts | changes))


def a_picture(seed: int, width: int = SIDE, height: int = SIDE) -> Picture:
    pixels = np.random.default_rng(seed).integers(0, 255, (height, width, 3), dtype=np.uint8)
    return Picture(width, height, pixels.tobytes())


def some_maps(seed: int, width: int = SIDE, height: int = SIDE) -> Maps:
    chance = np.random.default_rng(seed)
    depth = chance.uniform(0.5, 4.0, (height, width)).astype("<f4")
    depth[: height // 4] = 0
    normals = chance.integers(-127, 127, (height, width, 3), dtype=np.int8)
    regions = np.zeros((height, width), np.uint8)
    regions[height // 4 : height // 2, width // 4 : width * 3 // 4] = 1
    regions[height // 2 :, width // 4 : width * 3 // 4] = 2
    points = tuple((float(x), float(y)) for x, y in chance.uniform(8, width - 8, (18, 2)))
    return Maps(
        width,
        height,
        depth.tobytes(),
        normals.tobytes(),
        regions.tobytes(),
        ("", "coat", "trousers"),
        (points,),
    )


def a_mask(left: int, right: int, width: int = SIDE, height: int = SIDE) -> Mask:
    alpha = np.zeros((height, width), np.uint8)
    alpha[height // 4 : height * 3 // 4, left:right] = 255
    return Mask(width, height, alpha.tobytes())


def a_request(place: int, *, edits: bool = False, **changes: Any) -> PaintRequest:
    """Return shot number ``place``: its own words, seed, maps, twin, original and region."""
    facts: dict[str, Any] = {
        "id": f"shot-{place}",
        "prompt": f"shot number {place}, a coat",
        "seed": 7 + place,
        "width": SIDE,
        "height": SIDE,
        "strengths": Strengths(pose=0.8, depth=0.6, until=1.0),
        "blocked": a_picture(300 + place),
        "maps": some_maps(100 + place),
        "references": (
            Reference(None, "face", a_picture(50 + 10 * place)),
            Reference(None, "figure", a_picture(51 + 10 * place)),
        ),
    }
    if edits:
        facts |= {
            "original": a_picture(200 + place),
            "mask": a_mask(8 + 8 * place, 40 + 8 * place),
        }
    return PaintRequest(**(facts | changes))
