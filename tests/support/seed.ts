// Property tests try the same cases every time, so that a red run is the change's doing; FUZZ_SEED tries others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20190404) });
