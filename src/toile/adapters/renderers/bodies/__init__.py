"""Bodies: shape from measurements, pose from limb directions, skin, face and hair."""
