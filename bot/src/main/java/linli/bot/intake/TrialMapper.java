package linli.bot.intake;

import org.apache.ibatis.annotations.Mapper;

@Mapper
interface TrialMapper {

    /** Marks the running transaction as one that will be taken back. */
    String begin();
}
