import { defineWords } from '../../ui/index.ts';

export const clerkWords = defineWords(
  {
    site: (name: string) => `Điểm cầu ${name}`,
    now: {
      title: 'Việc lúc này',
      closed: 'Hội nghị đã kết thúc',
      closedDetail: 'Điểm cầu đã ngừng truyền hình ảnh, âm thanh. Cảm ơn đồng chí đã phục vụ điểm cầu.',
      onAir: 'ĐANG LÊN HÌNH',
      heard: 'MICRO ĐANG MỞ',
      heardDetail: 'Mọi điểm cầu đang nghe phòng họp; hình đang lên là của nơi khác.',
      onAirOpen: 'Micro của phòng họp đang mở. Mọi điểm cầu đang thấy và nghe.',
      onAirOpening: 'Đang mở micro của phòng họp…',
      onAirAbsent: 'Mọi điểm cầu đang thấy phòng họp. Micro chưa mở: hãy kiểm tra micro ở máy nối màn hình.',
      onAirSilenced: 'Trung tâm đã tạm tắt micro của điểm cầu; lượt phát biểu vẫn giữ.',
      rollCallOnAir: 'Điểm cầu đang lên hình điểm danh: đề nghị báo cáo số đại biểu có mặt',
      onAirShut: 'Mọi điểm cầu đang thấy phòng họp. Micro đang đóng.',
      onAirUnknown: 'Chưa rõ micro đã mở chưa. Đang hỏi lại máy chủ.',
      invite: (who: string) => `Kính mời ${who} phát biểu`,
      interrupted: 'Màn hình điểm cầu mất kết nối khi đang phát biểu',
      interruptedDetail:
        'Lượt phát biểu vẫn giữ, đồng hồ đã dừng. Hãy kiểm tra mạng và nguồn điện của màn hình; khi có lại kết nối, người điều hành cho tiếp tục.',
      noScreen: 'Xác nhận màn hình điểm cầu',
      noScreenDetail: (address: string) =>
        `Trên máy nối với màn hình lớn của phòng họp, mở trang ${address}. Màn hình hiện một mã: hãy nhập mã đó vào đây.`,
      away: 'Màn hình điểm cầu đang mất kết nối',
      awayDetail: (label: string) =>
        `${label} chưa kết nối với trung tâm. Hãy kiểm tra nguồn điện, mạng; màn hình tự kết nối lại. Nếu đã đổi máy, hãy xác nhận màn hình mới.`,
      standbyNext: 'Điểm cầu chuẩn bị phát biểu',
      standbySecond: 'Điểm cầu chuẩn bị phát biểu, lượt thứ 2',
      standbyNextDetail: 'Lượt tiếp theo. Mời đại biểu ngồi vào vị trí micro; micro tự mở khi chủ trì mời phát biểu.',
      standbySecondDetail: 'Còn một lượt nữa. Mời đại biểu chuẩn bị; micro tự mở khi chủ trì mời phát biểu.',
      waiting: 'Đang kiểm tra màn hình điểm cầu…',
      waitingDetail: 'Chờ màn hình báo về camera, micro và đường truyền.',
      silent: 'Hãy nói thử vài câu vào micro của phòng họp',
      silentDetail:
        'Trung tâm thấy hình tốt. Cột âm thanh dưới đây phải nhảy theo tiếng nói; nếu không, hãy chọn micro khác.',
      good: 'Trung tâm nghe rõ, thấy rõ',
      goodDetail: 'Micro của điểm cầu đang tắt và sẽ mở khi chủ trì mời phát biểu.',
      goodHall: 'Micro của hội trường mở khi khai mạc và mở suốt hội nghị.',
      prepared: (time: string, seated: string) =>
        `Hội nghị khai mạc lúc ${time}. Đề nghị đại biểu ổn định chỗ ngồi trước ${seated}.`,
      paused: 'Hội nghị đang tạm dừng. Đề nghị giữ kết nối.',
      speaksFirst: (place: string, who: string | null) =>
        who === null
          ? `Điểm cầu phát biểu thứ ${place} sau khai mạc.`
          : `Điểm cầu phát biểu thứ ${place} sau khai mạc: ${who}.`,
      watched: 'Trung tâm đang xem hình của điểm cầu.',
      withdraw: 'Rút đăng ký',
      retry: 'Thử lại',
      support: 'Gọi hỗ trợ',
    },
    trouble: {
      lineLost: {
        what: 'Màn hình điểm cầu mất đường truyền hình ảnh',
        how: 'Hãy kiểm tra dây mạng hoặc wifi của máy nối màn hình.',
      },
      cameraBlocked: {
        what: 'Trình duyệt chưa cho dùng camera',
        how: 'Trên máy nối màn hình, bấm biểu tượng camera cạnh thanh địa chỉ, chọn Cho phép, rồi bấm Thử lại.',
      },
      cameraMissing: {
        what: 'Không thấy camera',
        how: 'Hãy cắm lại camera vào máy nối màn hình rồi bấm Thử lại.',
      },
      cameraBusy: {
        what: 'Camera đang được chương trình khác dùng',
        how: 'Hãy tắt Zoom, Zalo hoặc chương trình khác trên máy nối màn hình rồi bấm Thử lại.',
      },
      cameraOff: {
        what: 'Camera chưa mở',
        how: 'Hãy bấm Thử lại; nếu vẫn vậy, hãy rút cắm lại camera.',
      },
      microphoneBlocked: {
        what: 'Trình duyệt chưa cho dùng micro',
        how: 'Trên máy nối màn hình, bấm biểu tượng micro cạnh thanh địa chỉ, chọn Cho phép, rồi bấm Thử lại.',
      },
      microphoneMissing: {
        what: 'Không thấy micro',
        how: 'Hãy cắm lại micro hoặc bàn trộn vào máy nối màn hình rồi bấm Thử lại.',
      },
      microphoneBusy: {
        what: 'Micro đang được chương trình khác dùng',
        how: 'Hãy tắt Zoom, Zalo hoặc chương trình khác trên máy nối màn hình rồi bấm Thử lại.',
      },
      microphoneOff: {
        what: 'Micro chưa mở',
        how: 'Hãy bấm Thử lại; nếu vẫn vậy, hãy rút cắm lại micro.',
      },
      needsGesture: {
        what: 'Màn hình điểm cầu chưa phát được tiếng',
        how: 'Hãy bấm chuột hoặc phím bất kỳ một lần trên máy nối màn hình.',
      },
      linePoor: {
        what: 'Đường truyền của màn hình yếu',
        how: 'Nên dùng dây mạng thay wifi và tắt các máy đang tải dữ liệu trong phòng.',
      },
    },
    code: {
      label: 'Mã trên màn hình điểm cầu',
      hint: 'Tám chữ cái, ví dụ BCDF-GHJK',
      confirm: 'Xác nhận màn hình',
      wrong: 'Mã gồm 8 chữ cái đang hiện trên màn hình điểm cầu. Hãy nhập lại.',
      done: 'Đã xác nhận màn hình của điểm cầu.',
      replaceTitle: 'Thay màn hình của điểm cầu?',
      replaceEffect: 'Màn hình đang dùng ngừng hình và tiếng ngay; màn hình mới thay vào chỗ đó.',
      replace: 'Thay màn hình',
      another: 'Màn hình khác',
      found: (code: string) => `Mã ${code} từ đường dẫn vừa quét`,
    },
    screen: {
      title: 'Màn hình điểm cầu',
      none: 'Chưa có màn hình nào được xác nhận.',
      away: 'Mất kết nối',
      present: 'Đang kết nối',
      picture: 'Hình của phòng họp, như trung tâm thấy',
      noPicture: 'Đang chờ hình từ màn hình điểm cầu…',
      level: 'Âm thanh từ micro',
      retry: 'Mở lại thiết bị',
      notSent: 'Chưa gửi được vì mất kết nối. Hãy thử lại sau.',
    },
    hall: {
      title: 'Diễn biến hội nghị',
      onAir: 'Đang lên hình',
      titleCard: 'Bảng tên hội nghị',
      speaking: 'Đang phát biểu',
      nobody: 'Chưa có ai phát biểu',
      queue: 'Đang chờ phát biểu',
      people: (n: string) => `${n} người`,
    },
    own: 'Đăng ký của điểm cầu',
    ask: {
      title: 'Xin phát biểu',
      open: 'Xin phát biểu',
      close: 'Đóng',
      closed: 'Hội nghị đã kết thúc, không đăng ký được nữa.',
    },
    announce: {
      onAir: 'Điểm cầu đang lên hình, micro đang mở.',
      offAir: 'Điểm cầu không còn lên hình.',
      standby: 'Điểm cầu chuẩn bị phát biểu.',
    },
  },
  {
    site: (name) => `Site ${name}`,
    now: {
      title: 'To do now',
      closed: 'The conference has ended',
      closedDetail: 'This site no longer sends picture and sound. Thank you for serving it.',
      onAir: 'ON AIR',
      heard: 'MICROPHONE OPEN',
      heardDetail: 'All sites hear this room; the picture on air is of another one.',
      onAirOpen: "The room's microphone is open. All sites see and hear this room.",
      onAirOpening: "Opening the room's microphone…",
      onAirAbsent: 'All sites see this room. The microphone is not open: check it at the computer of the display.',
      onAirSilenced: 'The centre has silenced this site for a moment; the turn stays.',
      rollCallOnAir: 'This site is on air for the roll call: please report how many delegates are present',
      onAirShut: 'All sites see this room. The microphone is shut.',
      onAirUnknown: 'Not known whether the microphone is open. Asking the server.',
      invite: (who) => `The floor is with ${who}`,
      interrupted: 'The room screen lost its connection during the speech',
      interruptedDetail:
        'The turn is kept and its clock stands still. Check network and power of the screen; once it is back the moderator lets the speech go on.',
      noScreen: 'Confirm the room screen',
      noScreenDetail: (address) =>
        `On the computer of the room's big display, open ${address}. It shows a code: enter that code here.`,
      away: 'The room screen is disconnected',
      awayDetail: (label) =>
        `${label} is not connected. Check power and network; it reconnects by itself. If the computer was changed, confirm the new screen.`,
      standbyNext: 'This site stands by to speak',
      standbySecond: 'This site stands by to speak, second',
      standbyNextDetail: 'Next turn. Seat the delegate at the microphone; it opens when the chair gives the floor.',
      standbySecondDetail: 'One more turn before. Get ready; the microphone opens when the chair gives the floor.',
      waiting: 'Checking the room screen…',
      waitingDetail: 'Waiting for the screen to report camera, microphone and line.',
      silent: "Say a few words into the room's microphone",
      silentDetail:
        'The centre sees you well. The bar below must move with the voice; if not, choose another microphone.',
      good: 'The centre hears and sees you well',
      goodDetail: 'The microphone is shut and opens when the chair gives the floor.',
      goodHall: 'The microphone of the main hall opens with the conference and stays open.',
      prepared: (time, seated) => `The conference opens at ${time}. Please be seated by ${seated}.`,
      paused: 'The conference is paused. Please stay connected.',
      speaksFirst: (place, who) =>
        who === null
          ? `After the opening this site speaks as number ${place}.`
          : `After the opening this site speaks as number ${place}: ${who}.`,
      watched: 'The centre is looking at this site now.',
      withdraw: 'Withdraw',
      retry: 'Try again',
      support: 'Call support',
    },
    trouble: {
      lineLost: {
        what: 'The room screen lost its picture line',
        how: 'Check the network cable or wifi of its computer.',
      },
      cameraBlocked: {
        what: 'The browser may not use the camera',
        how: 'On the computer of the display press the camera sign beside the address, choose Allow, then Try again.',
      },
      cameraMissing: {
        what: 'No camera found',
        how: 'Plug the camera into the computer of the display again, then Try again.',
      },
      cameraBusy: {
        what: 'Another program uses the camera',
        how: 'Close other meeting programs on that computer, then Try again.',
      },
      cameraOff: {
        what: 'The camera is not open',
        how: 'Press Try again; if it persists, unplug the camera and plug it in again.',
      },
      microphoneBlocked: {
        what: 'The browser may not use the microphone',
        how: 'On the computer of the display press the microphone sign beside the address, choose Allow, then Try again.',
      },
      microphoneMissing: {
        what: 'No microphone found',
        how: 'Plug the microphone or mixer into the computer of the display again, then Try again.',
      },
      microphoneBusy: {
        what: 'Another program uses the microphone',
        how: 'Close other meeting programs on that computer, then Try again.',
      },
      microphoneOff: {
        what: 'The microphone is not open',
        how: 'Press Try again; if it persists, unplug it and plug it in again.',
      },
      needsGesture: {
        what: 'The room screen may not play sound yet',
        how: 'Click or press any key once on the computer of the display.',
      },
      linePoor: {
        what: 'The line of the screen is weak',
        how: 'Use a cable rather than wifi, and stop downloads in the room.',
      },
    },
    code: {
      label: 'Code on the room screen',
      hint: 'Eight letters, for example BCDF-GHJK',
      confirm: 'Confirm the screen',
      wrong: 'The code has the 8 letters shown on the room screen. Enter it again.',
      done: 'The room screen of this site is confirmed.',
      replaceTitle: 'Replace the room screen?',
      replaceEffect: 'The screen in use loses picture and sound at once; the new one takes its place.',
      replace: 'Replace the screen',
      another: 'Another screen',
      found: (code) => `Code ${code} from the link you scanned`,
    },
    screen: {
      title: 'Room screen',
      none: 'No screen has been confirmed.',
      away: 'Disconnected',
      present: 'Connected',
      picture: 'Picture of the room, as the centre sees it',
      noPicture: 'Waiting for the picture of the room screen…',
      level: 'Sound of the microphone',
      retry: 'Reopen devices',
      notSent: 'Not sent: the line is down. Try again later.',
    },
    hall: {
      title: 'The conference now',
      onAir: 'On air',
      titleCard: 'Title card',
      speaking: 'Speaking',
      nobody: 'Nobody has the floor',
      queue: 'Waiting to speak',
      people: (n) => `${n} people`,
    },
    own: 'Requests of this site',
    ask: {
      title: 'Ask for the floor',
      open: 'Ask for the floor',
      close: 'Close',
      closed: 'The conference has ended; nobody can ask any more.',
    },
    announce: {
      onAir: 'This site is on air, its microphone is open.',
      offAir: 'This site is no longer on air.',
      standby: 'This site stands by to speak.',
    },
  },
);
