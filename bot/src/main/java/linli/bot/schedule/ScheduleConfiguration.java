package linli.bot.schedule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import linli.bot.time.Sweep;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the timetable into Quartz at start, and takes out what the timetable no longer has. */
@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {

    private static final String GROUP = "timetable";

    /** Quartz starts only where timed work is fired. */
    @Bean
    SchedulerFactoryBeanCustomizer startOnlyWhereEnabled(ScheduleProperties properties) {
        return factory -> factory.setAutoStartup(properties.enabled());
    }

    @Bean
    ApplicationRunner timetableIntoQuartz(Scheduler scheduler, Timetable timetable, ScheduleProperties properties) {
        return arguments -> {
            if (properties.enabled()) {
                put(scheduler, timetable.sweeps());
            }
        };
    }

    private static void put(Scheduler scheduler, List<Sweep> sweeps) throws SchedulerException {
        Set<String> names = sweeps.stream().map(Sweep::name).collect(Collectors.toSet());
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!names.contains(key.getName())) {
                scheduler.deleteJob(key);
            }
        }
        for (Sweep sweep : sweeps) {
            JobDetail job = JobBuilder.newJob(TimetableJob.class)
                    .withIdentity(sweep.name(), GROUP)
                    .storeDurably()
                    .build();
            Trigger trigger = TriggerBuilder.newTrigger()
                    .withIdentity(sweep.name(), GROUP)
                    .forJob(job)
                    .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                            .withIntervalInMilliseconds(sweep.every().toMillis())
                            .repeatForever()
                            // A tick that was missed is made up by the next one, which asks for all that is due.
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
            scheduler.scheduleJob(job, Set.of(trigger), true);
        }
    }
}
