package linli.bot.schedule;

import linli.bot.time.Sweep;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** The one job class: runs the sweep that its key names. A failure is logged; the next tick tries again. */
@DisallowConcurrentExecution
class TimetableJob extends QuartzJobBean {

    private static final Logger log = LoggerFactory.getLogger(TimetableJob.class);

    private final Timetable timetable;

    TimetableJob(Timetable timetable) {
        this.timetable = timetable;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        String name = context.getJobDetail().getKey().getName();
        for (Sweep sweep : timetable.sweeps()) {
            if (sweep.name().equals(name)) {
                try {
                    sweep.run().getAsInt();
                } catch (RuntimeException e) {
                    log.warn("{} failed and will be tried again", name, e);
                }
            }
        }
    }
}
