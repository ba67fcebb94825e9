package dev.akin.study.catalog;

import dev.akin.study.benchmark.BagOfWordsStudy;
import dev.akin.study.benchmark.DomainModelsStudy;
import dev.akin.study.benchmark.DownsamplingStudy;
import dev.akin.study.benchmark.RetrievalGainsStudy;
import dev.akin.study.benchmark.TaskSelectionStudy;
import dev.akin.study.claim.Study;
import dev.akin.study.encoding.NeedleStudy;
import dev.akin.study.encoding.PoolingStudy;
import dev.akin.study.encoding.RobustnessStudy;
import dev.akin.study.words.AlignmentStudy;
import dev.akin.study.words.AnalogyMrrStudy;
import dev.akin.study.words.BertOrFastTextStudy;
import dev.akin.study.words.BilingualStudy;
import dev.akin.study.words.BinaryParagraphsStudy;
import dev.akin.study.words.BitCipherStudy;
import dev.akin.study.words.ConceptsStudy;
import dev.akin.study.words.CorpusSizeStudy;
import dev.akin.study.words.DebiasingStudy;
import dev.akin.study.words.DefinitionsStudy;
import dev.akin.study.words.GraphRetrofittingStudy;
import dev.akin.study.words.HumanSimilarityStudy;
import dev.akin.study.words.IsotropyStudy;
import dev.akin.study.words.KnownShiftsStudy;
import dev.akin.study.words.MorphologyStudy;
import dev.akin.study.words.RetrofittingStudy;
import dev.akin.study.words.SenseInductionStudy;
import dev.akin.study.words.SlicesStudy;
import dev.akin.study.words.StackedViewsStudy;
import dev.akin.study.words.StaticFromContextualStudy;
import dev.akin.study.words.TurkishStudy;
import java.util.List;
import java.util.Optional;

/** All studies there are, in the order of their names. */
public final class StudyCatalog {
  private static final List<Study> ALL =
      List.of(
          new AlignmentStudy(),
          new AnalogyMrrStudy(),
          new BagOfWordsStudy(),
          new BertOrFastTextStudy(),
          BilingualStudy.englishGerman(),
          BilingualStudy.englishTurkish(),
          new BinaryParagraphsStudy(),
          new BitCipherStudy(),
          new ConceptsStudy(),
          new CorpusSizeStudy(),
          new DebiasingStudy(),
          new DefinitionsStudy(),
          new DomainModelsStudy(),
          new DownsamplingStudy(),
          new GraphRetrofittingStudy(),
          new HumanSimilarityStudy(),
          new IsotropyStudy(),
          new KnownShiftsStudy(),
          new MorphologyStudy(),
          new NeedleStudy(),
          new PoolingStudy(),
          new RetrievalGainsStudy(),
          new RetrofittingStudy(),
          new RobustnessStudy(),
          new SenseInductionStudy(),
          new SlicesStudy(),
          new StackedViewsStudy(),
          new StaticFromContextualStudy(),
          new TaskSelectionStudy(),
          new TurkishStudy());

  private StudyCatalog() {}

  /** All of them. */
  public static List<Study> all() {
    return ALL;
  }

  /** The study of that name. */
  public static Optional<Study> find(String name) {
    return ALL.stream().filter(study -> study.name().equals(name)).findFirst();
  }

  /** All names. */
  public static List<String> names() {
    return ALL.stream().map(Study::name).toList();
  }
}
