package linli.bot;

import org.apache.ibatis.annotations.Mapper;
import org.mybatis.spring.annotation.MapperScan;
import org.springframework.context.annotation.Configuration;

/** Finds every feature's mapper, whichever of the two programs was started. */
@Configuration(proxyBeanMethods = false)
@MapperScan(basePackages = "linli.bot", annotationClass = Mapper.class)
class MappersConfiguration {}
