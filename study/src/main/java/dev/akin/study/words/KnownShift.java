package dev.akin.study.words;

import java.util.List;

/**
 * A word of computational linguistics that means something else from 2017 on than it did up to
 * 2009.
 *
 * @param before what it mostly meant
 * @param after what it mostly means
 */
record KnownShift(String word, String before, String after) {
  /**
   * What the field knows to have shifted. Fixed before any slice was asked about these words; the
   * twenty words that the study of slices had printed as the most changed are not among them, since
   * they had been seen.
   */
  static final List<KnownShift> ALL =
      List.of(
          new KnownShift("adversarial", "of debate", "of games and attacks of networks"),
          new KnownShift("artifacts", "works of people", "of annotation"),
          new KnownShift("attack", "of an enemy", "on a model"),
          new KnownShift("attacks", "of an enemy", "on a model"),
          new KnownShift("attention", "what a discourse is about", "weights of positions"),
          new KnownShift("bias", "of an estimate", "of society"),
          new KnownShift("biases", "of an estimate", "of society"),
          new KnownShift("bottleneck", "acquiring knowledge", "a narrow layer"),
          new KnownShift("contrastive", "comparing languages", "learning from pairs"),
          new KnownShift("convolution", "a kernel of trees", "a layer"),
          new KnownShift("copy", "of a text", "a mechanism"),
          new KnownShift("curriculum", "of a school", "an order of examples"),
          new KnownShift("decoder", "a search for a translation", "half of a network"),
          new KnownShift("deep", "of an analysis", "of many layers"),
          new KnownShift("dense", "thickly set", "of vectors"),
          new KnownShift("embedding", "a clause in a clause", "a vector"),
          new KnownShift("embeddings", "clauses in clauses", "vectors"),
          new KnownShift("encoder", "of speech or characters", "half of a network"),
          new KnownShift("encoding", "of characters and mark-up", "by a network"),
          new KnownShift("fine", "fine-grained", "fine-tuned"),
          new KnownShift("gate", "the toolkit GATE", "of a cell"),
          new KnownShift("generative", "of a grammar or lexicon", "of a model"),
          new KnownShift("heads", "of phrases", "of attention"),
          new KnownShift("hidden", "of Markov models", "of layers"),
          new KnownShift("hop", "a jump", "a step of reasoning"),
          new KnownShift("layer", "of annotation", "of a network"),
          new KnownShift("layers", "of annotation", "of a network"),
          new KnownShift("mask", "a filter", "a token to be predicted"),
          new KnownShift("masked", "hidden", "of a language model"),
          new KnownShift("media", "of the press; multimedia", "social media"),
          new KnownShift("memory", "of translations", "of a network"),
          new KnownShift("neural", "of the brain and small networks", "of deep networks"),
          new KnownShift("offensive", "of an army", "insulting"),
          new KnownShift("pointer", "to a record", "a network that points"),
          new KnownShift("probing", "asking people", "classifiers of representations"),
          new KnownShift("prompt", "what a spoken system says", "what a model goes on from"),
          new KnownShift("prompts", "what a spoken system says", "what a model goes on from"),
          new KnownShift("shot", "of a film", "few-shot"),
          new KnownShift("social", "of relations", "social media"),
          new KnownShift("spurious", "of ambiguities", "of correlations"),
          new KnownShift("student", "of a school", "a model that is taught"),
          new KnownShift("teacher", "of a school", "a model that teaches"),
          new KnownShift("transfer", "a kind of translation", "of what was learned"),
          new KnownShift("transformer", "of trees", "the architecture"),
          new KnownShift("transformers", "of trees", "the architecture"),
          new KnownShift("tuning", "of weights of features", "fine-tuning"),
          new KnownShift("universal", "of all languages", "Universal Dependencies"),
          new KnownShift("zero", "a pronoun that is not said", "zero-shot"));
}
