@echo off
rem Starts the sandbox platform and the sample agent desktop with the KPI widget in it (Windows).
setlocal EnableExtensions EnableDelayedExpansion
set "HERE=%~dp0"
set "ROOT=%HERE%.."
set "VIEW=kpi"
set "CHROMIUM=yes"
set "DESKTOP_ARGS="
set "SANDBOX_ARGS="

:options
if "%~1"=="" goto build
if "%~1"=="--help" goto help
if "%~1"=="--platform-mode" (set "VIEW=platform" & shift & goto options)
if "%~1"=="--no-chromium" (set "CHROMIUM=no" & shift & goto options)
if "%~2"=="" (echo run: %~1 needs a value, see --help>&2 & exit /b 2)
if "%~1"=="--speed" goto sandbox_option
if "%~1"=="--seed" goto sandbox_option
if "%~1"=="--token-lifetime" goto sandbox_option
if "%~1"=="--token-source" goto sandbox_option
if "%~1"=="--token-prefix" goto sandbox_option
if "%~1"=="--shell-token" goto sandbox_option
if "%~1"=="--panels" goto sandbox_option
if "%~1"=="--report" goto file_option
if "%~1"=="--screenshot" goto file_option
if "%~1"=="--exit-after" goto desktop_option
if "%~1"=="--agent" goto desktop_option
if "%~1"=="--theme" goto desktop_option
echo run: unknown option %~1, see --help>&2
exit /b 2
:sandbox_option
set "SANDBOX_ARGS=!SANDBOX_ARGS! %~1 %~2" & shift & shift & goto options
:file_option
set "DESKTOP_ARGS=!DESKTOP_ARGS! %~1 "%~f2"" & shift & shift & goto options
:desktop_option
set "DESKTOP_ARGS=!DESKTOP_ARGS! %~1 %~2" & shift & shift & goto options

:help
echo sample-desktop\run [options]
echo.
echo   --exit-after SECONDS   leave after so many seconds
echo   --report FILE          write what was measured and shown as JSON (with --exit-after)
echo   --screenshot FILE      write a PNG of the desktop (with --exit-after)
echo   --speed N              simulated seconds per second (default 1)
echo   --seed N               the simulation's seed (default 1)
echo   --token-lifetime SECONDS   how long an access token is good for (default 3600)
echo   --token-source client_credentials^|desktop^|broker^|browser   where the widget's tokens come from
echo   --token-prefix TEXT    how every token begins, so that a search finds each copy of one
echo   --shell-token header^|post^|fragment   how the platform's own widget gets its token
echo   --panels 1^|2           how many widgets, a panel each
echo   --agent ID             who signs in (default: the first agent)
echo   --theme light^|dark     the desktop's look (default light)
echo   --platform-mode        show the platform's own widget in the guide's iframe
echo   --no-chromium          as on a machine where Chromium cannot run
exit /b 0

:build
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
set "TARGET=%HERE%desktop\target"
if not exist "%TARGET%\plugins\kpi-widget-plugin.jar" (
  echo Building, the first time takes a few minutes ...
  pushd "%ROOT%"
  call mvn -q -B -Pquick package -pl sample-desktop/desktop,sample-desktop/sandbox -am
  if errorlevel 1 (popd & echo run: the build failed, its reason is above>&2 & exit /b 2)
  popd
)
if not exist "%TARGET%\run" mkdir "%TARGET%\run"
del /q "%TARGET%\run\platform.json" 2>nul
start "sandbox" /b cmd /c ""%JAVA%" -jar "%HERE%sandbox\target\sandbox.jar" --write-config "%TARGET%\run\kpi-widget.json" --view %VIEW% --platform-info "%TARGET%\run\platform.json" %SANDBOX_ARGS%"
for /l %%i in (1,1,60) do (
  if not exist "%TARGET%\run\platform.json" ping -n 2 127.0.0.1 >nul
)
if not exist "%TARGET%\run\platform.json" (echo run: the sandbox did not start, its reason is above>&2 & exit /b 2)
for /f "usebackq delims=" %%s in (`powershell -NoProfile -Command "(Get-Content '%TARGET%\run\platform.json' | ConvertFrom-Json).clientSecret"`) do set "KPI_WIDGET_CLIENT_SECRET=%%s"
for /f "usebackq delims=" %%s in (`powershell -NoProfile -Command "(Get-Content '%TARGET%\run\platform.json' | ConvertFrom-Json).pid"`) do set "SANDBOX_PID=%%s"
if "%CHROMIUM%"=="no" set "DESKTOP_ARGS=!DESKTOP_ARGS! --natives "%TARGET%\run\no-chromium-here""
"%JAVA%" -jar "%TARGET%\sample-desktop.jar" --plugins "%TARGET%\plugins" --data-dir "%TARGET%\data" --config "%TARGET%\run\kpi-widget.json" --platform-info "%TARGET%\run\platform.json" !DESKTOP_ARGS!
set "RESULT=%ERRORLEVEL%"
taskkill /pid %SANDBOX_PID% /f >nul 2>&1
exit /b %RESULT%
